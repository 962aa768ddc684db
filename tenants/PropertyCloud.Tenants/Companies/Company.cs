using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Tenants.Companies;

/// <summary>A property company in the catalogue. A row of the host, not of a tenant: <see cref="TenantId"/> is what all other rows
/// of the company carry.</summary>
internal sealed class Company
{
    public const int FirstTenantId = TenantInfo.Platform + 1;
    public const int MaxName = 60;
    public const int MaxReason = 200;
    public const string AllFeatures = "*";

    /// <summary>After this long without an end, a setting up is taken for broken off and may be gone on with.</summary>
    public static readonly TimeSpan SetUpLease = TimeSpan.FromSeconds(60);

    public int TenantId { get; private init; }

    /// <summary>For audit entries and idempotency, which know ids of this form only.</summary>
    public Guid Id { get; private init; }
    public string Label { get; private init; } = "";
    public string DisplayName { get; private set; } = "";
    public string TimeZoneId { get; private set; } = "Asia/Shanghai";
    public string TemplateCode { get; private init; } = "";

    /// <summary><c>#RRGGBB</c>, upper case.</summary>
    public string BrandColour { get; private set; } = "";
    public string WordingButler { get; private set; } = "";
    public string WordingButlerEn { get; private set; } = "";

    /// <summary>Names of modules with commas between them, or <see cref="AllFeatures"/>.</summary>
    public string Features { get; private set; } = AllFeatures;
    public CompanyStatus Status { get; private set; } = CompanyStatus.Provisioning;
    public string? BlockedReason { get; private set; }
    public DateTime? BlockedAt { get; private set; }
    public Guid? AdministratorId { get; private set; }

    /// <summary>When somebody last began to set it up; null when nobody does.</summary>
    public DateTime? SetUpAt { get; private set; }
    public DateTime CreatedAt { get; private init; }
    public DateTime ChangedAt { get; private set; }
    public long Version { get; private set; } = 1;

    public bool IsBlocked => Status == CompanyStatus.Blocked;
    public Wording Wording => new(WordingButler, WordingButlerEn);

    private Company() { }

    public static Company Create(int tenantId, Guid id, string label, string displayName, string templateCode, string brandColour, Wording wording, DateTime now)
    {
        if (tenantId < FirstTenantId) throw new ArgumentOutOfRangeException(nameof(tenantId), "0 is nobody and 1 the platform.");
        if (CompanyLabel.Problem(label) is { } problem) throw new DomainException(problem.Code, problem.Text, [.. problem.Args]) { Status = 422, Field = "label" };
        var company = new Company
        {
            TenantId = tenantId,
            Id = id,
            Label = label,
            TemplateCode = templateCode,
            BrandColour = brandColour,
            WordingButler = wording.Butler,
            WordingButlerEn = wording.ButlerEn,
            CreatedAt = now,
            ChangedAt = now,
        };
        company.DisplayName = CheckName(displayName);
        return company;
    }

    /// <summary>Takes the setting up for one caller; another one at the same time is told to wait.</summary>
    public void BeginSetUp(DateTime now)
    {
        if (Status != CompanyStatus.Provisioning) throw new DomainException("tenants.already-set-up", "这家公司已经建好了");
        if (SetUpAt is { } begun && now - begun < SetUpLease) throw new DomainException("tenants.being-set-up", "正在建这家公司，过一分钟再看");
        SetUpAt = now;
        Grow(now);
    }

    /// <summary>The setting up failed and may be begun again at once.</summary>
    public void LeaveSetUp(DateTime now)
    {
        if (Status != CompanyStatus.Provisioning) return;
        SetUpAt = null;
        Grow(now);
    }

    /// <param name="administratorId">Null in the demonstration, which brings its own people.</param>
    public void Activate(Guid? administratorId, DateTime now)
    {
        if (Status != CompanyStatus.Provisioning) throw new DomainException("tenants.already-set-up", "这家公司已经建好了");
        AdministratorId = administratorId;
        SetUpAt = null;
        Status = CompanyStatus.Active;
        Grow(now);
    }

    /// <param name="reason">Kept for operators and in the audit; the company's people do not see it.</param>
    public void Block(string reason, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new DomainException("tenants.block-reason-missing", "填写停用的原因") { Status = 422, Field = "reason" };
        if (reason.Length > MaxReason) throw new DomainException("tenants.block-reason-long", "原因不能超过 {0} 个字", MaxReason) { Status = 422, Field = "reason" };
        if (Status != CompanyStatus.Active) throw new DomainException("tenants.not-active", "只有正在使用的公司才能停用，刷新后再看");
        Status = CompanyStatus.Blocked;
        BlockedReason = reason.Trim();
        BlockedAt = now;
        Grow(now);
    }

    public void Reactivate(DateTime now)
    {
        if (Status != CompanyStatus.Blocked) throw new DomainException("tenants.not-blocked", "这家公司没有停用，刷新后再看");
        Status = CompanyStatus.Active;
        BlockedReason = null;
        BlockedAt = null;
        Grow(now);
    }

    /// <summary>Takes the company out of service for good; its label stays taken.</summary>
    public void Remove(DateTime now)
    {
        if (Status != CompanyStatus.Blocked) throw new DomainException("tenants.block-first", "先停用，再移除");
        Status = CompanyStatus.Removed;
        Grow(now);
    }

    public void Rename(string displayName, DateTime now)
    {
        DisplayName = CheckName(displayName);
        Grow(now);
    }

    public void ChangeTimeZone(string timeZoneId, DateTime now)
    {
        if (!TimeZones.IsOffered(timeZoneId)) throw new DomainException("tenants.time-zone-unknown", "从列表里选一个时区") { Status = 422, Field = "timeZone" };
        TimeZoneId = timeZoneId;
        Grow(now);
    }

    public void ChangeLook(string brandColour, Wording wording, DateTime now)
    {
        BrandColour = ColourText.Parse(brandColour);
        WordingButler = CheckWord(wording.Butler, "butler");
        WordingButlerEn = CheckWord(wording.ButlerEn, "butlerEn");
        Grow(now);
    }

    private void Grow(DateTime now)
    {
        ChangedAt = now;
        Version++;
    }

    private static string CheckName(string displayName)
    {
        var name = displayName.Trim();
        if (name.Length == 0) throw new DomainException("tenants.name-missing", "填写公司名称") { Status = 422, Field = "displayName" };
        return name.Length <= MaxName ? name : throw new DomainException("tenants.name-long", "公司名称不能超过 {0} 个字", MaxName) { Status = 422, Field = "displayName" };
    }

    private static string CheckWord(string word, string field)
    {
        var text = word.Trim();
        // Braces would be read as places in every text that the word is put into.
        return text.Length is > 0 and <= 24 && !text.Contains('{') && !text.Contains('}')
            ? text
            : throw new DomainException("tenants.word-invalid", "称呼要 1 到 24 个字，不能有花括号") { Status = 422, Field = field };
    }
}
