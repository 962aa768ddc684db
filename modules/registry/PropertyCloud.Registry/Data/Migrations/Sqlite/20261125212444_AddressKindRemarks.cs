using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Registry.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                // Units so far are homes.
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Remarks",
                table: "registry_party",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "registry_community",
                type: "TEXT",
                maxLength: 120,
                nullable: true);
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
