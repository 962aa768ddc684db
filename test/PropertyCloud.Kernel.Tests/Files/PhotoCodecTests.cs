using System.Buffers.Binary;
using System.Text;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Files;
using SkiaSharp;

namespace PropertyCloud.Kernel.Tests.Files;

public sealed class PhotoCodecTests
{
    /// <summary>Left half red, right half blue.</summary>
    private static byte[] TwoHalves(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        using (var blue = new SKPaint { Color = SKColors.Blue })
        {
            canvas.Clear(SKColors.Red);
            canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>Puts a camera's notes after the JPEG's first two bytes: how it was held, and a place that must not be kept.</summary>
    private static byte[] WithExif(byte[] jpeg, ushort orientation)
    {
        var place = Encoding.ASCII.GetBytes("GPS-31.2304-121.4737\0");
        var tiff = new List<byte>();
        tiff.AddRange("MM\0*"u8.ToArray());
        tiff.AddRange([0, 0, 0, 8, 0, 2]);
        tiff.AddRange([0x01, 0x0E, 0, 2, 0, 0, 0, (byte)place.Length, 0, 0, 0, 38]);
        tiff.AddRange([0x01, 0x12, 0, 3, 0, 0, 0, 1, (byte)(orientation >> 8), (byte)orientation, 0, 0]);
        tiff.AddRange([0, 0, 0, 0]);
        tiff.AddRange(place);
        byte[] body = [.. "Exif\0\0"u8.ToArray(), .. tiff];
        var length = body.Length + 2;
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. body, .. jpeg[2..]];
    }

    /// <summary>A PNG that says how large it is and holds nothing.</summary>
    private static byte[] PngHeader(int width, int height)
    {
        var header = new byte[17];
        "IHDR"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), height);
        header[12] = 8;
        header[13] = 2;
        return [0x89, .. "PNG\r\n\x1A\n"u8.ToArray(), .. Chunk(header), .. Chunk("IDAT"u8.ToArray()), .. Chunk("IEND"u8.ToArray())];
    }

    private static byte[] Chunk(byte[] typeAndData)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, typeAndData.Length - 4);
        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc(typeAndData));
        return [.. length, .. typeAndData, .. check];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }

    private static (int Width, int Height) SizeOf(byte[] jpeg)
    {
        using var bitmap = SKBitmap.Decode(jpeg);
        return (bitmap.Width, bitmap.Height);
    }

    [Fact]
    public void Encode_LargePhoto_IsScaledToItsLongestEdge()
    {
        var photo = PhotoCodec.Encode(TwoHalves(4000, 3000));
        SizeOf(photo.Full).ShouldBe((1600, 1200));
        SizeOf(photo.Thumb).ShouldBe((320, 240));
    }

    [Fact]
    public void Encode_SmallPhoto_IsNotEnlarged() => SizeOf(PhotoCodec.Encode(TwoHalves(200, 100, SKEncodedImageFormat.Png)).Full).ShouldBe((200, 100));

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    public void Encode_AnyAcceptedFormat_BecomesJpeg(SKEncodedImageFormat format) =>
        PhotoCodec.Encode(TwoHalves(64, 64, format)).Full[..3].ShouldBe([0xFF, 0xD8, 0xFF]);

    [Theory]
    [InlineData(1, 1600, 800, true, false)]
    [InlineData(2, 1600, 800, false, false)]
    [InlineData(3, 1600, 800, false, false)]
    [InlineData(6, 800, 1600, true, true)]
    [InlineData(8, 800, 1600, false, true)]
    public void Encode_HeldOtherwise_IsTurnedUpright(ushort orientation, int width, int height, bool redFirst, bool vertical)
    {
        var photo = PhotoCodec.Encode(WithExif(TwoHalves(2000, 1000), orientation));
        SizeOf(photo.Full).ShouldBe((width, height));
        using var bitmap = SKBitmap.Decode(photo.Full);
        var first = vertical ? bitmap.GetPixel(width / 2, height / 4) : bitmap.GetPixel(width / 4, height / 2);
        (first.Red > first.Blue).ShouldBe(redFirst);
    }

    [Fact]
    public void Encode_CameraNotes_AreRemoved()
    {
        var noted = WithExif(TwoHalves(640, 480), 1);
        Encoding.Latin1.GetString(noted).ShouldContain("GPS-31.2304");
        var photo = PhotoCodec.Encode(noted);
        Encoding.Latin1.GetString(photo.Full).ShouldNotContain("GPS-31.2304");
        Encoding.Latin1.GetString(photo.Full).ShouldNotContain("Exif");
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("MZ this is a program")]
    [InlineData("")]
    public void Encode_NoPhoto_IsRefused(string content) =>
        Should.Throw<DomainException>(() => PhotoCodec.Encode(Encoding.UTF8.GetBytes(content))).Code.ShouldBe("files.not-a-photo");

    [Fact]
    public void Encode_BrokenPhoto_IsRefused() =>
        Should.Throw<DomainException>(() => PhotoCodec.Encode(TwoHalves(640, 480)[..200])).Status.ShouldBe(422);

    [Fact]
    public void Encode_FortyThousandSquare_IsRefusedBeforeItIsUnpacked()
    {
        var before = GC.GetTotalAllocatedBytes();
        var refused = Should.Throw<DomainException>(() => PhotoCodec.Encode(PngHeader(40_000, 40_000)));
        refused.Code.ShouldBe("files.too-many-pixels");
        refused.Status.ShouldBe(422);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(10_000_000);
    }
}
