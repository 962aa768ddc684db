using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Notifications.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notifications_notification",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecipientId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EventId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsLoud = table.Column<bool>(type: "INTEGER", nullable: false),
                    HappenedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_notification", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_notifications_notification_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_notification_TenantId_EventId_RecipientId_Kind",
                table: "notifications_notification",
                columns: new[] { "TenantId", "EventId", "RecipientId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_notification_TenantId_RecipientId_HappenedAt",
                table: "notifications_notification",
                columns: new[] { "TenantId", "RecipientId", "HappenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_notification_TenantId_RecipientId_State_HappenedAt",
                table: "notifications_notification",
                columns: new[] { "TenantId", "RecipientId", "State", "HappenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_notification_TenantId_State_ReadAt",
                table: "notifications_notification",
                columns: new[] { "TenantId", "State", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_notification_TenantId_SubjectId_Kind",
                table: "notifications_notification",
                columns: new[] { "TenantId", "SubjectId", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notifications_notification");
        }
    }
}
