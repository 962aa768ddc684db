using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Registry.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class ImportPhones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PhonesAsked",
                table: "registry_import_run",
                type: "int",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PhonesAsked",
                table: "registry_import_run");
        }
    }
}
