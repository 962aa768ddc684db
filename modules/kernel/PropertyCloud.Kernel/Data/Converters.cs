using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PropertyCloud.Kernel.Data;

/// <summary>Both databases forget that instants are UTC; this restores it and cuts to what they keep.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    v => Domain.Clock.Cut(v),
    v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

/// <summary>SQLite keeps Guids as 16 bytes in the order of their text, so that version 7 sorts by time.</summary>
internal sealed class BigEndianGuidConverter() : ValueConverter<Guid, byte[]>(
    v => v.ToByteArray(true),
    v => new Guid(v, true));
