using PropertyCloud.Kernel.Errors;
using SkiaSharp;

namespace PropertyCloud.Kernel.Files;

/// <summary>A photo as it is kept: upright JPEG without any of the camera's notes, and a small one for lists.</summary>
internal sealed record EncodedPhoto(byte[] Full, byte[] Thumb);

/// <summary>Makes the kept form of an upload. What is no photo, or unpacks to too much, is refused before it is unpacked.</summary>
internal static class PhotoCodec
{
    public const int FullEdge = 1600;
    public const int ThumbEdge = 320;
    public const long MostPixels = 64_000_000;
    private const int MostEdge = 20_000;
    private const int FullQuality = 82;
    private const int ThumbQuality = 74;
    private static readonly SKEncodedImageFormat[] Accepted = [SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp, SKEncodedImageFormat.Gif];

    public static EncodedPhoto Encode(byte[] upload)
    {
        using var data = SKData.CreateCopy(upload);
        using var codec = SKCodec.Create(data) ?? throw NotAPhoto();
        if (!Accepted.Contains(codec.EncodedFormat)) throw NotAPhoto();
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width <= 0 || height <= 0) throw NotAPhoto();
        if (width > MostEdge || height > MostEdge || (long)width * height > MostPixels)
            throw new DomainException("files.too-many-pixels", "照片尺寸太大（{0} × {1}），缩小后再传", width, height) { Status = 422, Field = "photos" };
        using var decoded = Decode(codec);
        using var full = Upright(decoded, codec.EncodedOrigin, FullEdge);
        using var thumb = Scale(full, ThumbEdge);
        return new(ToJpeg(full, FullQuality), ToJpeg(thumb, ThumbQuality));
    }

    public static DomainException NotAPhoto() =>
        new("files.not-a-photo", "这个文件不是照片，请换成 JPG、PNG 或 WebP 格式的照片") { Status = 422, Field = "photos" };

    private static SKBitmap Decode(SKCodec codec)
    {
        // JPEGs can be unpacked at a fraction of their size, which saves most of the memory of a large one.
        var longest = Math.Max(codec.Info.Width, codec.Info.Height);
        var size = codec.GetScaledDimensions(Math.Min(1f, (float)FullEdge / longest));
        if (Math.Max(size.Width, size.Height) < Math.Min(FullEdge, longest)) size = codec.Info.Size;
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        var bitmap = new SKBitmap(info);
        var result = codec.GetPixels(info, bitmap.GetPixels());
        if (result is SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        throw NotAPhoto();
    }

    private static SKBitmap Upright(SKBitmap source, SKEncodedOrigin origin, int edge)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var factor = Math.Min(1f, (float)edge / Math.Max(source.Width, source.Height));
        var (w, h) = (Math.Max(1, (int)Math.Round(source.Width * factor)), Math.Max(1, (int)Math.Round(source.Height * factor)));
        var target = new SKBitmap(new SKImageInfo(turned ? h : w, turned ? w : h, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(target);
        canvas.Clear(SKColors.White);
        canvas.Concat(Turn(origin, w, h));
        Draw(canvas, source, w, h);
        return target;
    }

    private static SKBitmap Scale(SKBitmap source, int edge) => Upright(source, SKEncodedOrigin.TopLeft, edge);

    private static void Draw(SKCanvas canvas, SKBitmap source, int width, int height)
    {
        using var image = SKImage.FromBitmap(source);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }

    /// <summary>Maps a drawing of the stored size to the upright one; the eight cases of the EXIF tag.</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, float w, float h) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static byte[] ToJpeg(SKBitmap bitmap, int quality)
    {
        using var image = SKImage.FromBitmap(bitmap);
        using var encoded = image.Encode(SKEncodedImageFormat.Jpeg, quality);
        return encoded.ToArray();
    }
}
