using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PropertyCloud.Kernel.Data;

namespace PropertyCloud.Identity.Users;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    private static readonly ValueConverter<DateTimeOffset, DateTime> Instant = new(v => v.UtcDateTime, v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)));

    private static readonly ValueConverter<IReadOnlyList<Guid>, string> Ids = new(
        v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default),
        v => JsonSerializer.Deserialize<List<Guid>>(v, JsonSerializerOptions.Default) ?? new List<Guid>());

    private static readonly ValueComparer<IReadOnlyList<Guid>> SameIds = new(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)), v => v.Aggregate(0, (h, id) => HashCode.Combine(h, id)), v => v.ToList());

    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.HasKey(u => u.Id);
        builder.Property(u => u.UserName).HasMaxLength(UserNames.MaxLength);
        builder.Property(u => u.NormalizedUserName).HasMaxLength(UserNames.MaxLength);
        builder.Property(u => u.PhoneNumber).HasColumnName("Phone").IsCode(15);
        builder.Property(u => u.PasswordHash).IsCode(256);
        builder.Property(u => u.SecurityStamp).IsCode(64);
        builder.Property(u => u.ConcurrencyStamp).IsCode(64).IsConcurrencyToken();
        builder.Property(u => u.LockoutEnd).HasConversion(Instant).HasPrecision(6);
        builder.Property(u => u.Name).HasMaxLength(50);
        builder.Property(u => u.Department).IsCode(32);
        builder.Property(u => u.Title).HasMaxLength(50);
        builder.Property(u => u.EmployeeNumber).HasMaxLength(32);
        builder.Property(u => u.Portrait).IsCode(32);
        builder.Property(u => u.CommunityIds).HasMaxLength(4000).HasConversion(Ids, SameIds);

        // What nothing here uses: mail is optional and comes with the mail port, a second factor with the operator's TOTP.
        builder.Ignore(u => u.Email).Ignore(u => u.NormalizedEmail).Ignore(u => u.EmailConfirmed).Ignore(u => u.PhoneNumberConfirmed)
            .Ignore(u => u.TwoFactorEnabled).Ignore(u => u.LockoutEnabled).Ignore(u => u.IsActive).Ignore(u => u.IsResident);

        builder.HasIndex(u => u.NormalizedUserName).IsUnique();
        builder.HasIndex(u => u.PhoneNumber).IsUnique();
        builder.HasIndex(u => u.PartyId).IsUnique();
        builder.HasIndex(u => new { u.Kind, u.Status, u.Name });
    }
}
