using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.ServiceLevels.Data.Migrations.Sqlite
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
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Clock = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    LimitMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanVersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClusterId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ResponsibleId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawnFor = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_levels_breach", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_service_levels_breach_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "service_levels_clock_row",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Clock = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanVersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClusterId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ResponsibleId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LimitMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    WarnAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Stands = table.Column<bool>(type: "INTEGER", nullable: false),
                    WarnedOf = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    EscalatedOf = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    EscalatedLevel = table.Column<int>(type: "INTEGER", nullable: false),
                    EarliestDueAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_levels_clock_row", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_service_levels_clock_row_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "service_levels_service_plan",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    InForceId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: true),
                    DraftSavedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    DraftSavedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_levels_service_plan", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_service_levels_service_plan_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "service_levels_plan_version",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    PublishedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_levels_plan_version", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_service_levels_plan_version_TenantId", "\"TenantId\" > 0");
                    table.ForeignKey(
                        name: "FK_service_levels_plan_version_service_levels_service_plan_TenantId_PlanId",
                        columns: x => new { x.TenantId, x.PlanId },
                        principalTable: "service_levels_service_plan",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "IX_service_levels_clock_row_TenantId_State_PlanVersionId_SubjectId",
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
