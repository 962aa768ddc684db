using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Staff.Pages;

[Permission(IdentityPermissions.Staff)]
internal sealed class StaffNewModel(RegisterStaff register) : StaffForm
{
    public override string Title => L["添加员工"];
    public override bool IsNew => true;

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        var id = await register.HandleAsync(Input, cancellation);
        Notice = L["已添加 {0}，现在发链接给本人", Name];
        return LocalRedirect($"/staff/{id}");
    });
}
