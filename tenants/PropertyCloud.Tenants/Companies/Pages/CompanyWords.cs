using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Tenants.Companies.Pages;

internal static class CompanyWords
{
    public static string Status(Texts texts, CompanyStatus status) => texts.Say(status switch
    {
        CompanyStatus.Provisioning => "正在建",
        CompanyStatus.Active => "使用中",
        CompanyStatus.Blocked => "已停用|company",
        _ => "已移除",
    });

    public static string Act(Texts texts, string action) => texts.Say(action switch
    {
        "tenants.create" => "新建",
        "tenants.block" => "停用|company",
        "tenants.reactivate" => "恢复使用",
        "tenants.issue-link" => "发管理员链接",
        _ => action,
    });
}
