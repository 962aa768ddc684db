namespace PropertyCloud.Theme.Errors;

/// <summary>What a status page says: what happened, whether anything was saved, what to do, a number to ask with (Chinese originals).</summary>
public sealed record StatusWords(string Title, string Saved, string Next, string Reference)
{
    private const string NotSaved = "没有保存任何东西。";

    public static StatusWords For(int status, string reference) => status switch
    {
        400 => new("这次提交没有被接受", NotSaved, "页面可能放得太久。回到上一页，重新打开再试。", reference),
        401 => new("先登录再继续", NotSaved, "登录后会回到这里。", reference),
        403 => new("你没有这项权限", NotSaved, "需要的话，请公司管理员给你开通。", reference),
        404 => new("找不到这一页", NotSaved, "地址可能不对，或者这一项已经不在。从首页重新找。", reference),
        405 => new("不能这样打开这个地址", NotSaved, "从首页重新进入。", reference),
        409 => new("这一项刚被别人改过", NotSaved, "重新打开，看看现在的样子，再决定要不要改。", reference),
        410 => new("这个链接已经用过或过期", NotSaved, "请发给您链接的人重新发一个。", reference),
        412 => new("这一项刚被别人改过", NotSaved, "重新打开，看看现在的样子，再决定要不要改。", reference),
        413 => new("文件太大", NotSaved, "换小一些的文件再试。", reference),
        429 => new("操作太频繁", NotSaved, "等几分钟再试。", reference),
        503 => new("服务暂时停一下", NotSaved, "几分钟后再试。紧急情况请直接打电话。", reference),
        >= 500 => new("没有保存", "这次的改动没有保存，之前的都还在。", "请稍后再试。一直这样的话，把编号告诉管理员。", reference),
        _ => new("没有完成", NotSaved, "从首页重新进入。", reference),
    };
}
