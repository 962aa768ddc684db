using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Identity.Data.Migrations.Sqlite
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
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PartyId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OldPhone = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    NewPhone = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    AskedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    WaitingFor = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_phone_change", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_identity_phone_change_TenantId", "\"TenantId\" > 0");
                });

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
