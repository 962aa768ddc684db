using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Registry.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class AddressKindRemarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "registry_unit",
                type: "int",
                nullable: false,
                // Units so far are homes.
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Remarks",
                table: "registry_party",
                type: "varchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "utf8mb4_unicode_ci");

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "registry_community",
                type: "varchar(120)",
                maxLength: 120,
                nullable: true,
                collation: "utf8mb4_unicode_ci");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Kind",
                table: "registry_unit");

            migrationBuilder.DropColumn(
                name: "Remarks",
                table: "registry_party");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "registry_community");
        }
    }
}
