using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.ServiceLevels.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "service_levels_breach",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    SubjectId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    SubjectType = table.Column<string>(type: "varchar(80)", maxLength: 80, nullable: false, collation: "utf8mb4_bin"),
                    Clock = table.Column<int>(type: "int", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    LimitMinutes = table.Column<int>(type: "int", nullable: false),
                    PlanVersionId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ClusterId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ResponsibleId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    WithdrawnFor = table.Column<int>(type: "int", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_levels_breach", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_service_levels_breach_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "service_levels_clock_row",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    SubjectId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    SubjectType = table.Column<string>(type: "varchar(80)", maxLength: 80, nullable: false, collation: "utf8mb4_bin"),
                    Clock = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    PlanVersionId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ClusterId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ResponsibleId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Kind = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true, collation: "utf8mb4_bin"),
                    Severity = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true, collation: "utf8mb4_bin"),
                    ItemCode = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true, collation: "utf8mb4_bin"),
                    LimitMinutes = table.Column<int>(type: "int", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    WarnAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    Stands = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    WarnedOf = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    EscalatedOf = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    EscalatedLevel = table.Column<int>(type: "int", nullable: false),
                    EarliestDueAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_levels_clock_row", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_service_levels_clock_row_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "service_levels_service_plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Scope = table.Column<string>(type: "varchar(120)", maxLength: 120, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Name = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Grade = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: true, collation: "utf8mb4_unicode_ci"),
                    InForceId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    LastNumber = table.Column<int>(type: "int", nullable: false),
                    Draft = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_unicode_ci"),
                    DraftSavedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    DraftSavedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_levels_service_plan", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_service_levels_service_plan_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "service_levels_plan_version",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    PlanId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Content = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_unicode_ci"),
                    PublishedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    PublishedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_levels_plan_version", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_service_levels_plan_version_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_service_levels_plan_version_service_levels_service_plan_Tena~",
                        columns: x => new { x.TenantId, x.PlanId },
                        principalTable: "service_levels_service_plan",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateIndex(
                name: "IX_service_levels_breach_TenantId_DueAt_Clock_Status",
                table: "service_levels_breach",
                columns: new[] { "TenantId", "DueAt", "Clock", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_service_levels_breach_TenantId_SubjectId_Clock_DueAt",
                table: "service_levels_breach",
                columns: new[] { "TenantId", "SubjectId", "Clock", "DueAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_service_levels_clock_row_TenantId_State_PlanVersionId_Subjec~",
                table: "service_levels_clock_row",
                columns: new[] { "TenantId", "State", "PlanVersionId", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_service_levels_clock_row_TenantId_StoppedAt_Clock",
                table: "service_levels_clock_row",
                columns: new[] { "TenantId", "StoppedAt", "Clock" });

            migrationBuilder.CreateIndex(
                name: "IX_service_levels_clock_row_TenantId_SubjectId_Clock",
                table: "service_levels_clock_row",
                columns: new[] { "TenantId", "SubjectId", "Clock" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_service_levels_plan_version_TenantId_PlanId_Number",
                table: "service_levels_plan_version",
                columns: new[] { "TenantId", "PlanId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_service_levels_service_plan_TenantId_Scope",
                table: "service_levels_service_plan",
                columns: new[] { "TenantId", "Scope" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "service_levels_breach");

            migrationBuilder.DropTable(
                name: "service_levels_clock_row");

            migrationBuilder.DropTable(
                name: "service_levels_plan_version");

            migrationBuilder.DropTable(
                name: "service_levels_service_plan");
        }
    }
}
