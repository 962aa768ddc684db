using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.PhoneChanges;
using PropertyCloud.Identity.Roles;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.Staff.Pages;

/// <summary>The fields that creating and editing share.</summary>
internal abstract class StaffForm : ModulePage
{
    /// <summary>Drawn by the product; more than butlers may have one.</summary>
    public static readonly IReadOnlyList<string> Portraits = [.. Enumerable.Range(1, 12).Select(n => $"p{n}")];

    [BindProperty(Name = "userName")] public string? UserName { get; set; }
    [BindProperty(Name = "name")] public string? Name { get; set; }
    [BindProperty(Name = "phone")] public string? Phone { get; set; }
    [BindProperty(Name = "department")] public string? Department { get; set; }
    [BindProperty(Name = "title")] public string? Post { get; set; }
    [BindProperty(Name = "employeeNumber")] public string? EmployeeNumber { get; set; }
    [BindProperty(Name = "portrait")] public string? Portrait { get; set; }
    [BindProperty(Name = "roles")] public List<string> RoleCodes { get; set; } = [];
    [BindProperty(Name = "communityIds")] public List<Guid> CommunityIds { get; set; } = [];
    [BindProperty(Name = "version")] public string? FormVersion { get; set; }

    public abstract bool IsNew { get; }

    /// <summary>A phone that waits for a second person; never of a new one.</summary>
    public virtual PhoneChangeView? WaitingPhone => null;
    public IReadOnlyList<CommunitySummary> Communities { get; private set; } = [];
    public IReadOnlyList<string> Choices => Tenant.Info?.IsPlatform == true ? [SeededRoles.PlatformOperator] : RoleNames.ForStaff;
    public IEnumerable<string> PortraitChoices => Portrait is { Length: > 0 } own && !Portraits.Contains(own) ? Portraits.Prepend(own) : Portraits;

    protected StaffInput Input => new(UserName, Name, Phone, Department, Post, EmployeeNumber, Portrait, RoleCodes, CommunityIds, FormVersion);

    protected override async Task LoadAsync(CancellationToken cancellation) =>
        Communities = HttpContext.RequestServices.GetService<ICommunityLookup>() is { } lookup ? await lookup.ListAsync(cancellation) : [];
}
