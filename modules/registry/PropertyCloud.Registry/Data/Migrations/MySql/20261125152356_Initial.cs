using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Registry.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "registry_community",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Grade = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_community", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_registry_community_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "registry_import_run",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    FileName = table.Column<string>(type: "varchar(120)", maxLength: 120, nullable: false, collation: "utf8mb4_unicode_ci"),
                    UploadedBy = table.Column<Guid>(type: "binary(16)", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    State = table.Column<int>(type: "int", nullable: false),
                    CheckedRows = table.Column<int>(type: "int", nullable: false),
                    Good = table.Column<int>(type: "int", nullable: false),
                    Bad = table.Column<int>(type: "int", nullable: false),
                    NextRow = table.Column<int>(type: "int", nullable: false),
                    UnitsAdded = table.Column<int>(type: "int", nullable: false),
                    UnitsChanged = table.Column<int>(type: "int", nullable: false),
                    PartiesAdded = table.Column<int>(type: "int", nullable: false),
                    RelationsAdded = table.Column<int>(type: "int", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    Failure = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_unicode_ci"),
                    FailureArgs = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_import_run", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_registry_import_run_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "registry_party",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Phone = table.Column<string>(type: "varchar(24)", maxLength: 24, nullable: true, collation: "utf8mb4_unicode_ci"),
                    PhoneLastFour = table.Column<string>(type: "varchar(4)", maxLength: 4, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_party", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_registry_party_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "registry_building",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Name = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: false, collation: "utf8mb4_unicode_ci"),
                    SortKey = table.Column<string>(type: "varchar(128)", maxLength: 128, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_building", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_registry_building_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_registry_building_registry_community_TenantId_CommunityId",
                        columns: x => new { x.TenantId, x.CommunityId },
                        principalTable: "registry_community",
                        principalColumns: new[] { "TenantId", "Id" });
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "registry_cluster",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Name = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_cluster", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_registry_cluster_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_registry_cluster_registry_community_TenantId_CommunityId",
                        columns: x => new { x.TenantId, x.CommunityId },
                        principalTable: "registry_community",
                        principalColumns: new[] { "TenantId", "Id" });
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "registry_import_fault",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    RunId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Row = table.Column<int>(type: "int", nullable: false),
                    Column = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Reason = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Args = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_unicode_ci")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_import_fault", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_registry_import_fault_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_registry_import_fault_registry_import_run_TenantId_RunId",
                        columns: x => new { x.TenantId, x.RunId },
                        principalTable: "registry_import_run",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "registry_entrance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    BuildingId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Name = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_entrance", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_registry_entrance_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_registry_entrance_registry_building_TenantId_BuildingId",
                        columns: x => new { x.TenantId, x.BuildingId },
                        principalTable: "registry_building",
                        principalColumns: new[] { "TenantId", "Id" });
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "registry_public_place",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ClusterId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Name = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_public_place", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_registry_public_place_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_registry_public_place_registry_cluster_TenantId_ClusterId",
                        columns: x => new { x.TenantId, x.ClusterId },
                        principalTable: "registry_cluster",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_registry_public_place_registry_community_TenantId_CommunityId",
                        columns: x => new { x.TenantId, x.CommunityId },
                        principalTable: "registry_community",
                        principalColumns: new[] { "TenantId", "Id" });
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "registry_unit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    BuildingId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    EntranceId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ClusterId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Number = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Plate = table.Column<string>(type: "varchar(64)", maxLength: 64, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Spoken = table.Column<string>(type: "varchar(72)", maxLength: 72, nullable: false, collation: "utf8mb4_unicode_ci"),
                    SortKey = table.Column<string>(type: "varchar(128)", maxLength: 128, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Area = table.Column<decimal>(type: "decimal(10,2)", precision: 10, scale: 2, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_unit", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_registry_unit_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_registry_unit_registry_building_TenantId_BuildingId",
                        columns: x => new { x.TenantId, x.BuildingId },
                        principalTable: "registry_building",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_registry_unit_registry_cluster_TenantId_ClusterId",
                        columns: x => new { x.TenantId, x.ClusterId },
                        principalTable: "registry_cluster",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_registry_unit_registry_community_TenantId_CommunityId",
                        columns: x => new { x.TenantId, x.CommunityId },
                        principalTable: "registry_community",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_registry_unit_registry_entrance_TenantId_EntranceId",
                        columns: x => new { x.TenantId, x.EntranceId },
                        principalTable: "registry_entrance",
                        principalColumns: new[] { "TenantId", "Id" });
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "registry_service_card",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Code = table.Column<string>(type: "varchar(16)", maxLength: 16, nullable: false, collation: "utf8mb4_bin"),
                    State = table.Column<int>(type: "int", nullable: false),
                    ActiveUnitId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    RotatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    RotatedBecause = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_service_card", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_registry_service_card_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_registry_service_card_registry_unit_TenantId_UnitId",
                        columns: x => new { x.TenantId, x.UnitId },
                        principalTable: "registry_unit",
                        principalColumns: new[] { "TenantId", "Id" });
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "registry_unit_relation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    PartyId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Role = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    ContactUnitId = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_unit_relation", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_registry_unit_relation_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_registry_unit_relation_registry_party_TenantId_PartyId",
                        columns: x => new { x.TenantId, x.PartyId },
                        principalTable: "registry_party",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_registry_unit_relation_registry_unit_TenantId_UnitId",
                        columns: x => new { x.TenantId, x.UnitId },
                        principalTable: "registry_unit",
                        principalColumns: new[] { "TenantId", "Id" });
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateIndex(
                name: "IX_registry_building_TenantId_CommunityId_Name",
                table: "registry_building",
                columns: new[] { "TenantId", "CommunityId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_cluster_TenantId_CommunityId_Name",
                table: "registry_cluster",
                columns: new[] { "TenantId", "CommunityId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_community_TenantId_Name",
                table: "registry_community",
                columns: new[] { "TenantId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_entrance_TenantId_BuildingId_Name",
                table: "registry_entrance",
                columns: new[] { "TenantId", "BuildingId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_import_fault_TenantId_RunId_Row_Column",
                table: "registry_import_fault",
                columns: new[] { "TenantId", "RunId", "Row", "Column" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_import_run_TenantId_UploadedAt",
                table: "registry_import_run",
                columns: new[] { "TenantId", "UploadedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_party_TenantId_Name",
                table: "registry_party",
                columns: new[] { "TenantId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_party_TenantId_Phone",
                table: "registry_party",
                columns: new[] { "TenantId", "Phone" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_party_TenantId_PhoneLastFour",
                table: "registry_party",
                columns: new[] { "TenantId", "PhoneLastFour" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_public_place_TenantId_ClusterId",
                table: "registry_public_place",
                columns: new[] { "TenantId", "ClusterId" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_public_place_TenantId_CommunityId_Name",
                table: "registry_public_place",
                columns: new[] { "TenantId", "CommunityId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_service_card_TenantId_ActiveUnitId",
                table: "registry_service_card",
                columns: new[] { "TenantId", "ActiveUnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_service_card_TenantId_Code",
                table: "registry_service_card",
                columns: new[] { "TenantId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_service_card_TenantId_UnitId",
                table: "registry_service_card",
                columns: new[] { "TenantId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_unit_TenantId_BuildingId",
                table: "registry_unit",
                columns: new[] { "TenantId", "BuildingId" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_unit_TenantId_ClusterId_SortKey",
                table: "registry_unit",
                columns: new[] { "TenantId", "ClusterId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_unit_TenantId_CommunityId_SortKey",
                table: "registry_unit",
                columns: new[] { "TenantId", "CommunityId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_unit_TenantId_EntranceId_Number",
                table: "registry_unit",
                columns: new[] { "TenantId", "EntranceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_unit_TenantId_Number",
                table: "registry_unit",
                columns: new[] { "TenantId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_unit_TenantId_Plate",
                table: "registry_unit",
                columns: new[] { "TenantId", "Plate" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_unit_TenantId_SortKey",
                table: "registry_unit",
                columns: new[] { "TenantId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_unit_relation_TenantId_ContactUnitId",
                table: "registry_unit_relation",
                columns: new[] { "TenantId", "ContactUnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_unit_relation_TenantId_PartyId",
                table: "registry_unit_relation",
                columns: new[] { "TenantId", "PartyId" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_unit_relation_TenantId_UnitId_To",
                table: "registry_unit_relation",
                columns: new[] { "TenantId", "UnitId", "To" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "registry_import_fault");

            migrationBuilder.DropTable(
                name: "registry_public_place");

            migrationBuilder.DropTable(
                name: "registry_service_card");

            migrationBuilder.DropTable(
                name: "registry_unit_relation");

            migrationBuilder.DropTable(
                name: "registry_import_run");

            migrationBuilder.DropTable(
                name: "registry_party");

            migrationBuilder.DropTable(
                name: "registry_unit");

            migrationBuilder.DropTable(
                name: "registry_cluster");

            migrationBuilder.DropTable(
                name: "registry_entrance");

            migrationBuilder.DropTable(
                name: "registry_building");

            migrationBuilder.DropTable(
                name: "registry_community");
        }
    }
}
