using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Tenants.Data.Migrations.MySql
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
                    Id = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenants_catalogue_version", x => x.Id);
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "tenants_company",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Label = table.Column<string>(type: "varchar(32)", maxLength: 32, nullable: false, collation: "utf8mb4_bin"),
                    DisplayName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    TimeZoneId = table.Column<string>(type: "varchar(64)", maxLength: 64, nullable: false, collation: "utf8mb4_unicode_ci"),
                    TemplateCode = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    BrandColour = table.Column<string>(type: "varchar(7)", maxLength: 7, nullable: false, collation: "utf8mb4_unicode_ci"),
                    WordingButler = table.Column<string>(type: "varchar(24)", maxLength: 24, nullable: false, collation: "utf8mb4_unicode_ci"),
                    WordingButlerEn = table.Column<string>(type: "varchar(24)", maxLength: 24, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Features = table.Column<string>(type: "varchar(1000)", maxLength: 1000, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Status = table.Column<int>(type: "int", nullable: false),
                    BlockedReason = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_unicode_ci"),
                    BlockedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    AdministratorId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    SetUpAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenants_company", x => x.TenantId);
                    table.CheckConstraint("CK_tenants_company_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "tenants_company_list",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin"),
                    Name = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_unicode_ci"),
                    NameEn = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Size = table.Column<int>(type: "int", nullable: false),
                    Entries = table.Column<string>(type: "varchar(8000)", maxLength: 8000, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenants_company_list", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_tenants_company_list_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "tenants_demo_load",
                columns: table => new
                {
                    Template = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    LoadedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenants_demo_load", x => x.Template);
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

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
