using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.WorkOrders.Data.Migrations.Sqlite
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
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SourceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SourceNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AssigneeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClusterId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PlaceId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Plate = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PlateIsPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    IsRework = table.Column<bool>(type: "INTEGER", nullable: false),
                    UrgedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    UrgedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    HoldReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DispatchedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ArrivedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    HeldAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    EntryCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ArriveState = table.Column<int>(type: "INTEGER", nullable: false),
                    ArriveStartedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ArriveWarnAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ArriveDueAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ArriveStoppedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ResolveState = table.Column<int>(type: "INTEGER", nullable: false),
                    ResolveStartedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ResolveWarnAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ResolveDueAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ResolveStoppedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ClockRevision = table.Column<long>(type: "INTEGER", nullable: false),
                    NextDueAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_orders_work_order", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_work_orders_work_order_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "work_orders_order_entry",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AssigneeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Department = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    PhotoIds = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_orders_order_entry", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_work_orders_order_entry_TenantId", "\"TenantId\" > 0");
                    table.ForeignKey(
                        name: "FK_work_orders_order_entry_work_orders_work_order_TenantId_OrderId",
                        columns: x => new { x.TenantId, x.OrderId },
                        principalTable: "work_orders_work_order",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

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
