using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;
using PropertyCloud.Theme.Layout;

namespace PropertyCloud.Theme.Tests.Layout;

public sealed class NavigationTests
{
    [Fact]
    public void Entries_WithoutThePermission_AreNotShown() =>
        Menu(["desk.board"]).Entries(MenuPlace.Rail).Select(x => x.Url).ShouldBe(["/board", "/always"]);

    [Fact]
    public void Entries_OfAModuleThatTheEditionLacks_AreNotShown() =>
        Menu(["desk.board", "desk.plan"], features: []).Entries(MenuPlace.Rail).Select(x => x.Url).ShouldBe(["/always"]);

    [Fact]
    public void Rail_HoldsElevenAtMost() => Menu(["many.see"], ["many"]).Rail.Count.ShouldBe(11);

    [Fact]
    public void StaffTabs_PutTheCentreInTheMiddle() =>
        Menu(["desk.board", "desk.new"]).StaffTabs.Select(x => x.Url).ShouldBe(["/today", "/requests", "/requests/new", "/account"]);

    [Fact]
    public void NewOne_WithoutThePermission_IsNotOffered() => Menu(["desk.board"]).NewOne.ShouldBeNull();

    [Theory]
    [InlineData("/requests/1", "/requests")]
    [InlineData("/requests/new", "/requests/new")]
    [InlineData("/requestsandmore", null)]
    public void Current_IsTheLongestEntryThatTheAddressBelongsTo(string path, string? url)
    {
        var menu = Menu(["desk.board", "desk.new"], path: path);

        menu.Current(menu.StaffTabs)?.Url.ShouldBe(url);
    }

    [Fact]
    public void FrameOfReader_FollowsWhoReads()
    {
        Menu([]).FrameOfReader.ShouldBe(Frame.Staff);
        Menu([], party: Guid.Empty).FrameOfReader.ShouldBe(Frame.Resident);
        Menu(null).FrameOfReader.ShouldBe(Frame.Plain);
    }

    private static Navigation Menu(string[]? permissions, string[]? features = null, string path = "/", Guid? party = null)
    {
        var me = new CurrentUser();
        if (permissions is not null) me.Become(new(Guid.Empty, "陈立", party, null, permissions.ToHashSet(), DataScope.Company, []));
        var http = new HttpContextAccessor { HttpContext = new DefaultHttpContext { Request = { Path = path } } };
        return new(new([new Desk(), new Many(), new Always()]), me, new Company(new HashSet<string>(features ?? ["desk"])), http);
    }

    private sealed class Company(IReadOnlySet<string> features) : ICurrentTenant
    {
        public int Id => 2;
        public TenantInfo Info { get; } = new(2, "standard", "云汀物业", "Asia/Shanghai", false, features);
        TenantInfo? ICurrentTenant.Info => Info;
        public IDisposable Change(TenantInfo? tenant) => throw new NotSupportedException();
    }

    [Module("desk")]
    private sealed class Desk : PropertyCloudModule
    {
        public override IEnumerable<MenuEntry> Menu =>
        [
            new(MenuPlace.Rail, 10, "调度台", "layout-kanban", "/board", "desk.board"),
            new(MenuPlace.Rail, 20, "服务方案", "checklist", "/plan", "desk.plan"),
            new(MenuPlace.StaffTab, 10, "今日", "sun", "/today"),
            new(MenuPlace.StaffTab, 20, "工单", "clipboard-list", "/requests"),
            new(MenuPlace.StaffTab, 5, "记一单", "plus", "/requests/new", "desk.new", Centre: true),
            new(MenuPlace.StaffTab, 40, "我的", "user", "/account"),
        ];
    }

    [Module("many")]
    private sealed class Many : PropertyCloudModule
    {
        public override IEnumerable<MenuEntry> Menu => Enumerable.Range(1, 14).Select(n => new MenuEntry(MenuPlace.Rail, n, $"{n}", "sun", $"/many{n}", "many.see"));
    }

    [Module("always", AlwaysOn = true)]
    private sealed class Always : PropertyCloudModule
    {
        public override IEnumerable<MenuEntry> Menu => [new(MenuPlace.Rail, 99, "总在", "sun", "/always")];
    }
}
