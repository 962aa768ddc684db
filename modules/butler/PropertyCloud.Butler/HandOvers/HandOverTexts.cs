namespace PropertyCloud.Butler.HandOvers;

internal static class HandOverTexts
{
    public static string Of(HandOverStatus status) => status switch
    {
        HandOverStatus.Draft => "还没移交",
        HandOverStatus.Submitted => "已移交，等接收",
        HandOverStatus.Accepted => "已接收",
        _ => "被退回",
    };
}
