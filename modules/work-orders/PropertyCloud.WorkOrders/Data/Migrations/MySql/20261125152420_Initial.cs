using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.WorkOrders.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "work_orders_work_order",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: false, collation: "utf8mb4_bin"),
                    SourceType = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin"),
                    SourceId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    SourceNumber = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: false, collation: "utf8mb4_bin"),
                    Department = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin"),
                    AssigneeId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Title = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Note = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Kind = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin"),
                    ItemCode = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: true, collation: "utf8mb4_bin"),
                    Severity = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin"),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ClusterId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    UnitId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    PlaceId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Plate = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    PlateIsPublic = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    IsRework = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    UrgedCount = table.Column<int>(type: "int", nullable: false),
                    UrgedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    HoldReason = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_unicode_ci"),
                    DispatchedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ArrivedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    HeldAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    EntryCount = table.Column<int>(type: "int", nullable: false),
                    ArriveState = table.Column<int>(type: "int", nullable: false),
                    ArriveStartedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ArriveWarnAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ArriveDueAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ArriveStoppedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ResolveState = table.Column<int>(type: "int", nullable: false),
                    ResolveStartedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ResolveWarnAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ResolveDueAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ResolveStoppedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ClockRevision = table.Column<long>(type: "bigint", nullable: false),
                    NextDueAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_orders_work_order", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_work_orders_work_order_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "work_orders_order_entry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    OrderId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    ActorId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    AssigneeId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Department = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin"),
                    Reason = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Note = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: true, collation: "utf8mb4_unicode_ci"),
                    PhotoIds = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: false, collation: "utf8mb4_unicode_ci")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_orders_order_entry", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_work_orders_order_entry_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_work_orders_order_entry_work_orders_work_order_TenantId_Orde~",
                        columns: x => new { x.TenantId, x.OrderId },
                        principalTable: "work_orders_work_order",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_order_entry_TenantId_OrderId_Ordinal",
                table: "work_orders_order_entry",
                columns: new[] { "TenantId", "OrderId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_work_order_TenantId_AssigneeId_Status_NextDueAt",
                table: "work_orders_work_order",
                columns: new[] { "TenantId", "AssigneeId", "Status", "NextDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_work_order_TenantId_Department_Status_NextDueAt",
                table: "work_orders_work_order",
                columns: new[] { "TenantId", "Department", "Status", "NextDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_work_order_TenantId_Number",
                table: "work_orders_work_order",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_work_order_TenantId_SourceId",
                table: "work_orders_work_order",
                columns: new[] { "TenantId", "SourceId" });

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_work_order_TenantId_SourceNumber",
                table: "work_orders_work_order",
                columns: new[] { "TenantId", "SourceNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_work_order_TenantId_Status_CompletedAt",
                table: "work_orders_work_order",
                columns: new[] { "TenantId", "Status", "CompletedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_work_order_TenantId_Status_NextDueAt",
                table: "work_orders_work_order",
                columns: new[] { "TenantId", "Status", "NextDueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_orders_order_entry");

            migrationBuilder.DropTable(
                name: "work_orders_work_order");
        }
    }
}
