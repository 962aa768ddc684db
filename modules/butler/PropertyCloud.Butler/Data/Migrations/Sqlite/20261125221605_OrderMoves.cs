using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Butler.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrderMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Moves",
                table: "butler_request_order",
                type: "TEXT",
                maxLength: 20000,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Moves",
                table: "butler_request_order");
        }
    }
}
