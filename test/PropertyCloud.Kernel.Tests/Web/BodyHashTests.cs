using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Tests.Web;

public sealed class BodyHashTests
{
    private sealed record Ask(string Kind, Guid? Unit, string Text, IReadOnlyList<int> Marks, IReadOnlyList<Stream>? Photos = null, IFormFile? File = null, CancellationToken Cancellation = default);

    private static readonly Guid Unit = new("0199477e-0000-7000-8000-000000000001");

    [Fact]
    public void Of_EqualBodies_IsEqual() =>
        BodyHash.Of(new Ask("repair", Unit, "漏水", [1, 2])).ShouldBe(BodyHash.Of(new Ask("repair", Unit, "漏水", [1, 2])));

    [Fact]
    public void Of_AnyDifference_Differs()
    {
        var first = BodyHash.Of(new Ask("repair", Unit, "漏水", [1, 2]));
        BodyHash.Of(new Ask("repair", Unit, "漏水了", [1, 2])).ShouldNotBe(first);
        BodyHash.Of(new Ask("repair", null, "漏水", [1, 2])).ShouldNotBe(first);
        BodyHash.Of(new Ask("repair", Unit, "漏水", [2, 1])).ShouldNotBe(first);
    }

    [Fact]
    public void Of_Uploads_AreLeftOut()
    {
        using var photo = new MemoryStream([1, 2, 3]);
        BodyHash.Of(new Ask("repair", Unit, "漏水", [1], [photo])).ShouldBe(BodyHash.Of(new Ask("repair", Unit, "漏水", [1])));
        photo.Position.ShouldBe(0);
    }

    [Fact]
    public void Of_IsSixtyFourHexadecimalDigits() => BodyHash.Of(new { a = 1 }).Length.ShouldBe(64);
}
