namespace PropertyCloud.Tenants.Companies;

public enum CompanyStatus
{
    /// <summary>Being set up; its address answers nobody yet. Creating it again goes on where it stopped.</summary>
    Provisioning = 1,
    Active = 2,

    /// <summary>Blocked by the operator: its people get a clear page and nothing else.</summary>
    Blocked = 3,

    /// <summary>Gone; the row stays so that its label is never given again.</summary>
    Removed = 4,
}
