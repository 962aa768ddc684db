using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Kernel.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kernel_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    ActorId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Address = table.Column<string>(type: "varchar(45)", maxLength: 45, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Action = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_unicode_ci"),
                    SubjectType = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Subject = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Changes = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_unicode_ci"),
                    Reason = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_unicode_ci"),
                    CorrelationId = table.Column<string>(type: "varchar(64)", maxLength: 64, nullable: true, collation: "utf8mb4_unicode_ci")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit", x => x.Id);
                    table.CheckConstraint("CK_kernel_audit_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "kernel_blob",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Owner = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Subject = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ContentType = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "varchar(64)", maxLength: 64, nullable: false, collation: "utf8mb4_unicode_ci"),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_blob", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_kernel_blob_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_blob_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "kernel_idempotency_key",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    UserId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Operation = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Key = table.Column<string>(type: "varchar(80)", maxLength: 80, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Hash = table.Column<string>(type: "varchar(64)", maxLength: 64, nullable: false, collation: "utf8mb4_unicode_ci"),
                    ResultId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_idempotency_key", x => new { x.TenantId, x.UserId, x.Operation, x.Key });
                    table.CheckConstraint("CK_kernel_idempotency_key_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_idempotency_key_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "kernel_inbox",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Subscriber = table.Column<string>(type: "varchar(160)", maxLength: 160, nullable: false, collation: "utf8mb4_bin"),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_inbox", x => new { x.EventId, x.Subscriber });
                    table.CheckConstraint("CK_kernel_inbox_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "kernel_job_due",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Job = table.Column<string>(type: "varchar(80)", maxLength: 80, nullable: false, collation: "utf8mb4_unicode_ci"),
                    DueAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    ClaimedUntil = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    Failures = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_job_due", x => new { x.TenantId, x.Job });
                    table.CheckConstraint("CK_kernel_job_due_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_job_due_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "kernel_look_sequence",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Topic = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_look_sequence", x => new { x.TenantId, x.Topic });
                    table.CheckConstraint("CK_kernel_look_sequence_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_look_sequence_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "kernel_number_block",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Prefix = table.Column<string>(type: "varchar(8)", maxLength: 8, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Next = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_number_block", x => new { x.TenantId, x.Prefix, x.Day });
                    table.CheckConstraint("CK_kernel_number_block_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_number_block_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "kernel_outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "varchar(120)", maxLength: 120, nullable: false, collation: "utf8mb4_bin"),
                    Subject = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Payload = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_unicode_ci"),
                    OccurredAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    ActorId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    CorrelationId = table.Column<string>(type: "varchar(64)", maxLength: 64, nullable: true, collation: "utf8mb4_unicode_ci"),
                    State = table.Column<int>(type: "int", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    HandledAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    Error = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: true, collation: "utf8mb4_unicode_ci")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_outbox", x => x.Id);
                    table.CheckConstraint("CK_kernel_outbox_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "kernel_protection_key",
                columns: table => new
                {
                    Name = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Xml = table.Column<string>(type: "varchar(8000)", maxLength: 8000, nullable: false, collation: "utf8mb4_unicode_ci")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_protection_key", x => x.Name);
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "kernel_setting",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    UserId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Name = table.Column<string>(type: "varchar(80)", maxLength: 80, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Value = table.Column<string>(type: "varchar(4000)", maxLength: 4000, nullable: false, collation: "utf8mb4_unicode_ci"),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_setting", x => new { x.TenantId, x.UserId, x.Name });
                    table.CheckConstraint("CK_kernel_setting_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_setting_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "kernel_timer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Owner = table.Column<string>(type: "varchar(80)", maxLength: 80, nullable: false, collation: "utf8mb4_bin"),
                    Subject = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Step = table.Column<int>(type: "int", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    NextAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    Token = table.Column<Guid>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_timer", x => x.Id);
                    table.CheckConstraint("CK_kernel_timer_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_TenantId_At",
                table: "kernel_audit",
                columns: new[] { "TenantId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_TenantId_Subject_At",
                table: "kernel_audit",
                columns: new[] { "TenantId", "Subject", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_blob_TenantId_Subject",
                table: "kernel_blob",
                columns: new[] { "TenantId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_idempotency_key_ExpiresAt",
                table: "kernel_idempotency_key",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_inbox_At",
                table: "kernel_inbox",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_job_due_Job_DueAt",
                table: "kernel_job_due",
                columns: new[] { "Job", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_State_HandledAt",
                table: "kernel_outbox",
                columns: new[] { "State", "HandledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_State_TenantId_Sequence",
                table: "kernel_outbox",
                columns: new[] { "State", "TenantId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_TenantId_Subject_State_Sequence",
                table: "kernel_outbox",
                columns: new[] { "TenantId", "Subject", "State", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_timer_State_NextAt",
                table: "kernel_timer",
                columns: new[] { "State", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_timer_TenantId_Owner_Subject",
                table: "kernel_timer",
                columns: new[] { "TenantId", "Owner", "Subject" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_audit");

            migrationBuilder.DropTable(
                name: "kernel_blob");

            migrationBuilder.DropTable(
                name: "kernel_idempotency_key");

            migrationBuilder.DropTable(
                name: "kernel_inbox");

            migrationBuilder.DropTable(
                name: "kernel_job_due");

            migrationBuilder.DropTable(
                name: "kernel_look_sequence");

            migrationBuilder.DropTable(
                name: "kernel_number_block");

            migrationBuilder.DropTable(
                name: "kernel_outbox");

            migrationBuilder.DropTable(
                name: "kernel_protection_key");

            migrationBuilder.DropTable(
                name: "kernel_setting");

            migrationBuilder.DropTable(
                name: "kernel_timer");
        }
    }
}
