namespace PropertyCloud.Theme.Components;

/// <summary>States of a clock chip; warned and late are derived from the instants by the server when it renders.</summary>
public enum ChipState { Unset = 0, Next = 1, Running = 2, OnHold = 3, Kept = 4, Missed = 5 }

/// <param name="Label">响应, 到场, 解决, 反馈, 回访 (already in the reader's language).</param>
/// <param name="NextText">For <see cref="ChipState.Next"/>: 验收后开始.</param>
public sealed record ClockChip(string Label, ChipState State, DateTime? StartedAt = null, DateTime? WarnAt = null, DateTime? DueAt = null, DateTime? StoppedAt = null, string? NextText = null);

public enum StepState { Done, Here, ToCome, Unset }

/// <summary>One line of a timeline.</summary>
/// <param name="At">15:31, 15:42 前, 修好后.</param>
/// <param name="Promise">承诺 10 分钟内回应, or that nothing is promised.</param>
/// <param name="Photos">Addresses with their alternative text.</param>
public sealed record TimelineStep(string Title, StepState State, string? At = null, string? Promise = null, ClockChip? Clock = null, IReadOnlyList<PhotoView>? Photos = null, string? Text = null);

public sealed record PhotoView(string Url, string Alt);

public sealed record PlateView(string Text, string? Spoken = null, bool IsPublic = false);

public sealed record QueueRow(PlateView Plate, string Title, string Url, ClockChip? Clock, bool Unread = false, bool Current = false);

public sealed record BoardCard(PlateView Plate, string Title, string Url, string Assignee, ClockChip? Clock, string Kind);

/// <param name="Icon">Name in the icon sprite.</param>
public sealed record ServiceTile(string Text, string Icon, string Url);

public sealed record EmptyState(string Title, string? Text = null, string? ActionText = null, string? ActionUrl = null, string Icon = "circle-check");

public sealed record ImportProblem(int Row, string Column, string? Value, string Reason);

/// <param name="ConfirmUrl">Where the choice is posted (field <c>choice</c>: <c>good</c> or <c>none</c>).</param>
/// <param name="DownloadUrl">The bad rows as a file.</param>
public sealed record ImportResult(int Good, int Bad, IReadOnlyList<ImportProblem> Problems, string ConfirmUrl, string DownloadUrl, Guid Id);

/// <summary>The service card as on the phone and in print.</summary>
/// <param name="Address">What the QR code says.</param>
public sealed record QrCard(string Address, string Caption, string Title, IReadOnlyList<string> Lines);

/// <param name="Limit">10 分钟, or null: not promised.</param>
/// <param name="Changed">v3 为 5 天.</param>
/// <param name="Warning">比到场还长.</param>
/// <param name="Editing">Its editor is open.</param>
public sealed record MatrixCell(string? Limit, string? Note = null, string? Changed = null, string? Warning = null, string? EditUrl = null, bool Editing = false);

public sealed record MatrixRow(string Title, string? Hint, IReadOnlyList<MatrixCell> Cells);

public sealed record ClockMatrix(IReadOnlyList<(string Title, string Hint)> Columns, IReadOnlyList<MatrixRow> Rows, string Caption);
