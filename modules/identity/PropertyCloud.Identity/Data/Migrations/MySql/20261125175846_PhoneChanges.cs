using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Identity.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class PhoneChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "identity_phone_change",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    UserId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    PartyId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    UnitId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    OldPhone = table.Column<string>(type: "varchar(24)", maxLength: 24, nullable: false, collation: "utf8mb4_bin"),
                    NewPhone = table.Column<string>(type: "varchar(24)", maxLength: 24, nullable: true, collation: "utf8mb4_bin"),
                    AskedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    Reason = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_unicode_ci"),
                    WaitingFor = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_phone_change", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_identity_phone_change_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateIndex(
                name: "IX_identity_phone_change_TenantId_AskedBy_State",
                table: "identity_phone_change",
                columns: new[] { "TenantId", "AskedBy", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_phone_change_TenantId_State_AskedAt",
                table: "identity_phone_change",
                columns: new[] { "TenantId", "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_phone_change_TenantId_WaitingFor",
                table: "identity_phone_change",
                columns: new[] { "TenantId", "WaitingFor" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_phone_change");
        }
    }
}
