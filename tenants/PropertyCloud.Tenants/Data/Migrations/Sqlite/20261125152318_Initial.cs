using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Tenants.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "tenants_catalogue_version",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenants_catalogue_version", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "tenants_company",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TimeZoneId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TemplateCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BrandColour = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    WordingButler = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    WordingButlerEn = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Features = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    BlockedReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    BlockedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    AdministratorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SetUpAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenants_company", x => x.TenantId);
                    table.CheckConstraint("CK_tenants_company_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "tenants_company_list",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Entries = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenants_company_list", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_tenants_company_list_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "tenants_demo_load",
                columns: table => new
                {
                    Template = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LoadedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenants_demo_load", x => x.Template);
                });

            migrationBuilder.InsertData(
                table: "tenants_catalogue_version",
                columns: new[] { "Id", "Number" },
                values: new object[] { 1, 1L });

            migrationBuilder.CreateIndex(
                name: "IX_tenants_company_Id",
                table: "tenants_company",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tenants_company_Label",
                table: "tenants_company",
                column: "Label",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tenants_company_Status_TenantId",
                table: "tenants_company",
                columns: new[] { "Status", "TenantId" });

            migrationBuilder.CreateIndex(
                name: "IX_tenants_company_list_TenantId_Code",
                table: "tenants_company_list",
                columns: new[] { "TenantId", "Code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tenants_catalogue_version");

            migrationBuilder.DropTable(
                name: "tenants_company");

            migrationBuilder.DropTable(
                name: "tenants_company_list");

            migrationBuilder.DropTable(
                name: "tenants_demo_load");
        }
    }
}
