using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Butler.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "butler_absence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    UserId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    FromAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    UntilAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    Reason = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_absence", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_absence_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "butler_assignment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ClusterId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ButlerId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    BackupId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_assignment", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_assignment_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "butler_call_back_task",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    RequestId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    RequestNumber = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: false, collation: "utf8mb4_unicode_ci"),
                    RequestTitle = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    RequestKind = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Plate = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    PlateSpoken = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    PlateIsPublic = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ClusterId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    PartyId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ResponsibleId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    SortAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    DoneAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    AttemptCount = table.Column<int>(type: "int", nullable: false),
                    LastAttemptOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Satisfaction = table.Column<int>(type: "int", nullable: true),
                    Remark = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_call_back_task", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_call_back_task_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "butler_catalogue_item",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Kind = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Name = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    NameEn = table.Column<string>(type: "varchar(80)", maxLength: 80, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Department = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Severity = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Icon = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Order = table.Column<int>(type: "int", nullable: false),
                    ActiveStatus = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_catalogue_item", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_catalogue_item_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "butler_hand_over",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ButlerId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    ReceiverRole = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    ReceiverId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    Remark = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_unicode_ci"),
                    ReturnReason = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Figures = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_hand_over", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_hand_over_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "butler_request",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    PlanVersionId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Facts = table.Column<string>(type: "longtext", maxLength: 20000, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Clocks = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    NextClock = table.Column<int>(type: "int", nullable: false),
                    NextState = table.Column<int>(type: "int", nullable: false),
                    NextStartedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    NextWarnAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    NextDueAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    NextStoppedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    SortAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    Number = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Kind = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: false, collation: "utf8mb4_unicode_ci"),
                    ItemCode = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Severity = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Title = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Description = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Photos = table.Column<string>(type: "varchar(1000)", maxLength: 1000, nullable: false, collation: "utf8mb4_unicode_ci"),
                    CommunityId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ClusterId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    UnitId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    PlaceId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Plate = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    PlateSpoken = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    PlateIsPublic = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    ReporterPartyId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Channel = table.Column<int>(type: "int", nullable: false),
                    ReportedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    ResponsibleId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    AcceptedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ConfirmedHow = table.Column<int>(type: "int", nullable: false),
                    Rating = table.Column<int>(type: "int", nullable: true),
                    RatingComment = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_unicode_ci"),
                    EndedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    EndReason = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Status = table.Column<int>(type: "int", nullable: false),
                    OpenStatus = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    AssigneeId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Department = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true, collation: "utf8mb4_unicode_ci"),
                    IsHeld = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    HoldReason = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_unicode_ci"),
                    ReworkCount = table.Column<int>(type: "int", nullable: false),
                    RepeatOfId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    AgainOfId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    RemindedCount = table.Column<int>(type: "int", nullable: false),
                    UrgedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    AppointmentFrom = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    AppointmentUntil = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    UnreadByStaff = table.Column<int>(type: "int", nullable: false),
                    UnreadByResident = table.Column<int>(type: "int", nullable: false),
                    LineCount = table.Column<int>(type: "int", nullable: false),
                    MovedByName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    MovedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_request", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_request_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "butler_working_week",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    UserId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Post = table.Column<int>(type: "int", nullable: false),
                    Spans = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: false, collation: "utf8mb4_unicode_ci"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_working_week", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_working_week_TenantId", "`TenantId` > 0");
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "butler_call_back_attempt",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CallBackTaskId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    WasReached = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    ByUserId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    ByName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_unicode_ci"),
                    At = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    Remark = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_unicode_ci")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_call_back_attempt", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_call_back_attempt_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_butler_call_back_attempt_butler_call_back_task_TenantId_Call~",
                        columns: x => new { x.TenantId, x.CallBackTaskId },
                        principalTable: "butler_call_back_task",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "butler_request_entry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    RequestId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    AuthorId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    AuthorPartyId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    AuthorName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: true, collation: "utf8mb4_unicode_ci"),
                    PersonId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Department = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Text = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Photos = table.Column<string>(type: "varchar(1000)", maxLength: 1000, nullable: false, collation: "utf8mb4_unicode_ci"),
                    At = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_request_entry", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_request_entry_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_butler_request_entry_butler_request_TenantId_RequestId",
                        columns: x => new { x.TenantId, x.RequestId },
                        principalTable: "butler_request",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "butler_request_note",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    RequestId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    AuthorId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    AuthorPartyId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    AuthorName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: true, collation: "utf8mb4_unicode_ci"),
                    PersonId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Department = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Text = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: true, collation: "utf8mb4_unicode_ci"),
                    Photos = table.Column<string>(type: "varchar(1000)", maxLength: 1000, nullable: false, collation: "utf8mb4_unicode_ci"),
                    At = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_request_note", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_request_note_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_butler_request_note_butler_request_TenantId_RequestId",
                        columns: x => new { x.TenantId, x.RequestId },
                        principalTable: "butler_request",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateTable(
                name: "butler_request_order",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    RequestId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Department = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_unicode_ci"),
                    AssigneeId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    LastSequence = table.Column<long>(type: "bigint", nullable: false),
                    DispatchedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    ArrivedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime(6)", precision: 6, nullable: true),
                    HoldReason = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_unicode_ci")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_request_order", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_request_order_TenantId", "`TenantId` > 0");
                    table.ForeignKey(
                        name: "FK_butler_request_order_butler_request_TenantId_RequestId",
                        columns: x => new { x.TenantId, x.RequestId },
                        principalTable: "butler_request",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("Relational:Collation", "utf8mb4_unicode_ci");

            migrationBuilder.CreateIndex(
                name: "IX_butler_absence_TenantId_UntilAt",
                table: "butler_absence",
                columns: new[] { "TenantId", "UntilAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_absence_TenantId_UserId_FromAt",
                table: "butler_absence",
                columns: new[] { "TenantId", "UserId", "FromAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_assignment_TenantId_BackupId_From",
                table: "butler_assignment",
                columns: new[] { "TenantId", "BackupId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_assignment_TenantId_ButlerId_From",
                table: "butler_assignment",
                columns: new[] { "TenantId", "ButlerId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_assignment_TenantId_ClusterId_From",
                table: "butler_assignment",
                columns: new[] { "TenantId", "ClusterId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_butler_call_back_attempt_TenantId_CallBackTaskId_Number",
                table: "butler_call_back_attempt",
                columns: new[] { "TenantId", "CallBackTaskId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_butler_call_back_task_TenantId_ClusterId_Status_SortAt",
                table: "butler_call_back_task",
                columns: new[] { "TenantId", "ClusterId", "Status", "SortAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_call_back_task_TenantId_CommunityId_Status_SortAt",
                table: "butler_call_back_task",
                columns: new[] { "TenantId", "CommunityId", "Status", "SortAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_call_back_task_TenantId_RequestId",
                table: "butler_call_back_task",
                columns: new[] { "TenantId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_butler_call_back_task_TenantId_ResponsibleId_OpenedAt",
                table: "butler_call_back_task",
                columns: new[] { "TenantId", "ResponsibleId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_call_back_task_TenantId_ResponsibleId_Status_SortAt",
                table: "butler_call_back_task",
                columns: new[] { "TenantId", "ResponsibleId", "Status", "SortAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_call_back_task_TenantId_Status_SortAt",
                table: "butler_call_back_task",
                columns: new[] { "TenantId", "Status", "SortAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_catalogue_item_TenantId_ActiveStatus_Kind_Order",
                table: "butler_catalogue_item",
                columns: new[] { "TenantId", "ActiveStatus", "Kind", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_catalogue_item_TenantId_Code",
                table: "butler_catalogue_item",
                columns: new[] { "TenantId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_butler_hand_over_TenantId_ButlerId_Year_Month",
                table: "butler_hand_over",
                columns: new[] { "TenantId", "ButlerId", "Year", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_butler_hand_over_TenantId_Status_Year_Month",
                table: "butler_hand_over",
                columns: new[] { "TenantId", "Status", "Year", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_ClusterId_OpenStatus_SortAt",
                table: "butler_request",
                columns: new[] { "TenantId", "ClusterId", "OpenStatus", "SortAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_CommunityId_OpenStatus_SortAt",
                table: "butler_request",
                columns: new[] { "TenantId", "CommunityId", "OpenStatus", "SortAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_Number",
                table: "butler_request",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_OpenStatus_SortAt",
                table: "butler_request",
                columns: new[] { "TenantId", "OpenStatus", "SortAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_OpenStatus_Stage_SortAt",
                table: "butler_request",
                columns: new[] { "TenantId", "OpenStatus", "Stage", "SortAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_Plate",
                table: "butler_request",
                columns: new[] { "TenantId", "Plate" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_ReportedAt",
                table: "butler_request",
                columns: new[] { "TenantId", "ReportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_ReporterPartyId_ReportedAt",
                table: "butler_request",
                columns: new[] { "TenantId", "ReporterPartyId", "ReportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_ResponsibleId_ConfirmedAt",
                table: "butler_request",
                columns: new[] { "TenantId", "ResponsibleId", "ConfirmedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_ResponsibleId_OpenStatus_SortAt",
                table: "butler_request",
                columns: new[] { "TenantId", "ResponsibleId", "OpenStatus", "SortAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_Status_ReportedAt",
                table: "butler_request",
                columns: new[] { "TenantId", "Status", "ReportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_TenantId_UnitId_ReportedAt",
                table: "butler_request",
                columns: new[] { "TenantId", "UnitId", "ReportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_entry_TenantId_RequestId_Sequence",
                table: "butler_request_entry",
                columns: new[] { "TenantId", "RequestId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_note_TenantId_RequestId_Sequence",
                table: "butler_request_note",
                columns: new[] { "TenantId", "RequestId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_butler_request_order_TenantId_RequestId_DispatchedAt",
                table: "butler_request_order",
                columns: new[] { "TenantId", "RequestId", "DispatchedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_butler_working_week_TenantId_UserId_Post",
                table: "butler_working_week",
                columns: new[] { "TenantId", "UserId", "Post" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "butler_absence");

            migrationBuilder.DropTable(
                name: "butler_assignment");

            migrationBuilder.DropTable(
                name: "butler_call_back_attempt");

            migrationBuilder.DropTable(
                name: "butler_catalogue_item");

            migrationBuilder.DropTable(
                name: "butler_hand_over");

            migrationBuilder.DropTable(
                name: "butler_request_entry");

            migrationBuilder.DropTable(
                name: "butler_request_note");

            migrationBuilder.DropTable(
                name: "butler_request_order");

            migrationBuilder.DropTable(
                name: "butler_working_week");

            migrationBuilder.DropTable(
                name: "butler_call_back_task");

            migrationBuilder.DropTable(
                name: "butler_request");
        }
    }
}
