namespace PropertyCloud.Kernel.Web;

/// <summary>The endpoint is there on the platform's own address only; on a company's it is 404, before anybody is asked to sign in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PlatformOnlyAttribute : Attribute;

/// <summary>The endpoint is there on companies' addresses only.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CompanyOnlyAttribute : Attribute;
