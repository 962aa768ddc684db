using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Kernel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SettingVersion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kernel_setting_version",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_setting_version", x => x.TenantId);
                    table.CheckConstraint("CK_kernel_setting_version_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_setting_version_TenantId", "\"TenantId\" > 0");
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_setting_version");
        }
    }
}
