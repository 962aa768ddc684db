using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Notifications.Data.Migrations.MySql
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
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    RecipientId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin"),
                    EventId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    SubjectId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Url = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_bin"),
                    Facts = table.Column<string>(type: "varchar(1000)", maxLength: 1000, nullable: false, collation: "utf8mb4_unicode_ci"),
                    IsLoud = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    HappenedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_notification", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_notifications_notification_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

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
                name: "IX_notifications_notification_TenantId_RecipientId_State_Happen~",
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
