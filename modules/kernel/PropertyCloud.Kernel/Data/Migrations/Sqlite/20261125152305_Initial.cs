using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Kernel.Data.Migrations.Sqlite
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
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 45, nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Subject = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Changes = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CorrelationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit", x => x.Id);
                    table.CheckConstraint("CK_kernel_audit_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "kernel_blob",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_blob", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_kernel_blob_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_blob_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "kernel_idempotency_key",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Operation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ResultId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_idempotency_key", x => new { x.TenantId, x.UserId, x.Operation, x.Key });
                    table.CheckConstraint("CK_kernel_idempotency_key_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_idempotency_key_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "kernel_inbox",
                columns: table => new
                {
                    EventId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Subscriber = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_inbox", x => new { x.EventId, x.Subscriber });
                    table.CheckConstraint("CK_kernel_inbox_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "kernel_job_due",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Job = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    ClaimedUntil = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_job_due", x => new { x.TenantId, x.Job });
                    table.CheckConstraint("CK_kernel_job_due_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_job_due_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "kernel_look_sequence",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_look_sequence", x => new { x.TenantId, x.Topic });
                    table.CheckConstraint("CK_kernel_look_sequence_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_look_sequence_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "kernel_number_block",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Next = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_number_block", x => new { x.TenantId, x.Prefix, x.Day });
                    table.CheckConstraint("CK_kernel_number_block_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_number_block_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "kernel_outbox",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CorrelationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    HandledAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_outbox", x => x.Id);
                    table.CheckConstraint("CK_kernel_outbox_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "kernel_protection_key",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_protection_key", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_setting",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_setting", x => new { x.TenantId, x.UserId, x.Name });
                    table.CheckConstraint("CK_kernel_setting_tenant", "TenantId > 0");
                    table.CheckConstraint("CK_kernel_setting_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "kernel_timer",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    NextAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Token = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_timer", x => x.Id);
                    table.CheckConstraint("CK_kernel_timer_TenantId", "\"TenantId\" > 0");
                });

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
