using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Identity.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "identity_access_version",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SeededHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_access_version", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_identity_access_version_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "identity_role",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_role", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_identity_role_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "identity_user",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    EmployeeNumber = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Portrait = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    PartyId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CommunityIds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    LastSignInAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 15, nullable: true),
                    LockoutEnd = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_user", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_identity_user_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "identity_role_permission",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    RoleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Permission = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_role_permission", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_identity_role_permission_TenantId", "\"TenantId\" > 0");
                    table.ForeignKey(
                        name: "FK_identity_role_permission_identity_role_TenantId_RoleId",
                        columns: x => new { x.TenantId, x.RoleId },
                        principalTable: "identity_role",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_one_time_link",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_one_time_link", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_identity_one_time_link_TenantId", "\"TenantId\" > 0");
                    table.ForeignKey(
                        name: "FK_identity_one_time_link_identity_user_TenantId_UserId",
                        columns: x => new { x.TenantId, x.UserId },
                        principalTable: "identity_user",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_user_role",
                columns: table => new
                {
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RoleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_user_role", x => new { x.TenantId, x.UserId, x.RoleId });
                    table.CheckConstraint("CK_identity_user_role_TenantId", "\"TenantId\" > 0");
                    table.ForeignKey(
                        name: "FK_identity_user_role_identity_role_TenantId_RoleId",
                        columns: x => new { x.TenantId, x.RoleId },
                        principalTable: "identity_role",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_identity_user_role_identity_user_TenantId_UserId",
                        columns: x => new { x.TenantId, x.UserId },
                        principalTable: "identity_user",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_identity_one_time_link_TenantId_TokenHash",
                table: "identity_one_time_link",
                columns: new[] { "TenantId", "TokenHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_one_time_link_TenantId_UserId_Status",
                table: "identity_one_time_link",
                columns: new[] { "TenantId", "UserId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_role_TenantId_NormalizedName",
                table: "identity_role",
                columns: new[] { "TenantId", "NormalizedName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_role_permission_TenantId_RoleId_Permission",
                table: "identity_role_permission",
                columns: new[] { "TenantId", "RoleId", "Permission" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_user_TenantId_Kind_Status_Name",
                table: "identity_user",
                columns: new[] { "TenantId", "Kind", "Status", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_user_TenantId_NormalizedUserName",
                table: "identity_user",
                columns: new[] { "TenantId", "NormalizedUserName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_user_TenantId_PartyId",
                table: "identity_user",
                columns: new[] { "TenantId", "PartyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_user_TenantId_Phone",
                table: "identity_user",
                columns: new[] { "TenantId", "Phone" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_user_role_TenantId_RoleId",
                table: "identity_user_role",
                columns: new[] { "TenantId", "RoleId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_access_version");

            migrationBuilder.DropTable(
                name: "identity_one_time_link");

            migrationBuilder.DropTable(
                name: "identity_role_permission");

            migrationBuilder.DropTable(
                name: "identity_user_role");

            migrationBuilder.DropTable(
                name: "identity_role");

            migrationBuilder.DropTable(
                name: "identity_user");
        }
    }
}
