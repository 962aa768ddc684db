using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.ServiceCards;

internal enum CardState { Active = 1, Rotated = 2 }

/// <summary>24 小时服务卡 of a unit. Its code is 80 random bits and leads to the resident's home; by itself it gives no
/// access. Each unit has exactly one active card; the others were rotated, with a reason.</summary>
internal sealed class ServiceCard : AggregateRoot
{
    public const int CodeLength = 16;
    public const int ReasonLength = 200;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private ServiceCard() { }

    public Guid UnitId { get; private set; }
    public string Code { get; private set; } = "";
    public CardState State { get; private set; }

    /// <summary>The unit's id while active, else null: unique, so that a unit cannot have two.</summary>
    public Guid? ActiveUnitId { get; private set; }
    public DateTime? RotatedAt { get; private set; }
    public string? RotatedBecause { get; private set; }

    public static ServiceCard Issue(Guid id, Guid unitId) =>
        new() { Id = id, UnitId = unitId, ActiveUnitId = unitId, Code = NewCode(), State = CardState.Active };

    /// <summary>Ends this card and issues the next; the old code leads nowhere from now on.</summary>
    public ServiceCard Rotate(Guid nextId, string reason, DateTime now)
    {
        if (State != CardState.Active) throw new DomainException("registry.card-rotated", "这张卡已经换过，刷新后再看");
        if (string.IsNullOrWhiteSpace(reason)) throw new DomainException("registry.card-reason-missing", "选一个换卡的原因") { Status = 422, Field = "reason" };
        State = CardState.Rotated;
        ActiveUnitId = null;
        RotatedAt = now;
        RotatedBecause = reason.Trim() is { Length: > ReasonLength } tooLong ? tooLong[..ReasonLength] : reason.Trim();
        return Issue(nextId, UnitId);
    }

    /// <summary>80 bits as 16 characters of base 32.</summary>
    private static string NewCode()
    {
        Span<byte> bits = stackalloc byte[10];
        RandomNumberGenerator.Fill(bits);
        return string.Create(CodeLength, Read(bits), static (code, value) =>
        {
            for (var i = CodeLength - 1; i >= 0; i--, value >>= 5) code[i] = Alphabet[(int)(value & 31)];
        });
    }

    private static UInt128 Read(ReadOnlySpan<byte> bits)
    {
        UInt128 value = 0;
        foreach (var b in bits) value = (value << 8) | b;
        return value;
    }
}

internal sealed class ServiceCardConfiguration : IEntityTypeConfiguration<ServiceCard>
{
    public void Configure(EntityTypeBuilder<ServiceCard> builder)
    {
        builder.Property(x => x.Code).IsCode(ServiceCard.CodeLength);
        builder.Property(x => x.RotatedBecause).HasMaxLength(ServiceCard.ReasonLength);
        builder.HasIndex(x => x.Code).IsUnique();
        builder.HasIndex(x => x.ActiveUnitId).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
