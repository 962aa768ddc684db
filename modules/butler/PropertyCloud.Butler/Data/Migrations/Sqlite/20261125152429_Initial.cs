using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PropertyCloud.Butler.Data.Migrations.Sqlite
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
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FromAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    UntilAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_absence", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_absence_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "butler_assignment",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    ClusterId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ButlerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BackupId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_assignment", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_assignment_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "butler_call_back_task",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RequestNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RequestTitle = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RequestKind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Plate = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlateSpoken = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PlateIsPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClusterId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PartyId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ResponsibleId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    SortAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    AttemptCount = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAttemptOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Satisfaction = table.Column<int>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_call_back_task", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_call_back_task_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "butler_catalogue_item",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Department = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Icon = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    ActiveStatus = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_catalogue_item", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_catalogue_item_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "butler_hand_over",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    ButlerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceiverRole = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReceiverId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Figures = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_hand_over", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_hand_over_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "butler_request",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanVersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Clocks = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    NextClock = table.Column<int>(type: "INTEGER", nullable: false),
                    NextState = table.Column<int>(type: "INTEGER", nullable: false),
                    NextStartedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    NextWarnAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    NextDueAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    NextStoppedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    SortAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Photos = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClusterId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PlaceId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Plate = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlateSpoken = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PlateIsPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReporterPartyId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    ResponsibleId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AcceptedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ConfirmedHow = table.Column<int>(type: "INTEGER", nullable: false),
                    Rating = table.Column<int>(type: "INTEGER", nullable: true),
                    RatingComment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenStatus = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    AssigneeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Department = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IsHeld = table.Column<bool>(type: "INTEGER", nullable: false),
                    HoldReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReworkCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RepeatOfId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AgainOfId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RemindedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    UrgedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    AppointmentFrom = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    AppointmentUntil = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    UnreadByStaff = table.Column<int>(type: "INTEGER", nullable: false),
                    UnreadByResident = table.Column<int>(type: "INTEGER", nullable: false),
                    LineCount = table.Column<int>(type: "INTEGER", nullable: false),
                    MovedByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    MovedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_request", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_request_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "butler_working_week",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Post = table.Column<int>(type: "INTEGER", nullable: false),
                    Spans = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_working_week", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_working_week_TenantId", "\"TenantId\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "butler_call_back_attempt",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    CallBackTaskId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    WasReached = table.Column<bool>(type: "INTEGER", nullable: false),
                    ByUserId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_call_back_attempt", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_call_back_attempt_TenantId", "\"TenantId\" > 0");
                    table.ForeignKey(
                        name: "FK_butler_call_back_attempt_butler_call_back_task_TenantId_CallBackTaskId",
                        columns: x => new { x.TenantId, x.CallBackTaskId },
                        principalTable: "butler_call_back_task",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "butler_request_entry",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AuthorPartyId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Department = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Photos = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_request_entry", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_request_entry_TenantId", "\"TenantId\" > 0");
                    table.ForeignKey(
                        name: "FK_butler_request_entry_butler_request_TenantId_RequestId",
                        columns: x => new { x.TenantId, x.RequestId },
                        principalTable: "butler_request",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "butler_request_note",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AuthorPartyId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Department = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Photos = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_request_note", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_request_note_TenantId", "\"TenantId\" > 0");
                    table.ForeignKey(
                        name: "FK_butler_request_note_butler_request_TenantId_RequestId",
                        columns: x => new { x.TenantId, x.RequestId },
                        principalTable: "butler_request",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "butler_request_order",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AssigneeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    LastSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    DispatchedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ArrivedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    HoldReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_butler_request_order", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_butler_request_order_TenantId", "\"TenantId\" > 0");
                    table.ForeignKey(
                        name: "FK_butler_request_order_butler_request_TenantId_RequestId",
                        columns: x => new { x.TenantId, x.RequestId },
                        principalTable: "butler_request",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

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
