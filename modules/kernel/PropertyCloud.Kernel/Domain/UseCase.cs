namespace PropertyCloud.Kernel.Domain;

/// <summary>Marks a use case's handler: the kernel registers it as itself, scoped.</summary>
public interface IUseCase;

/// <summary>Every saved change of the aggregate leaves an audit entry with the fields that changed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AuditedAttribute : Attribute;
