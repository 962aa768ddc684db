using Microsoft.Extensions.Configuration;
using PropertyCloud.Kernel.Files;

namespace PropertyCloud.Kernel.Tests.Files;

/// <summary>A file appears whole or not at all, and what broke off leaves nothing.</summary>
public sealed class FolderBlobStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pc-blobs");
    private readonly FolderBlobStore _store;

    public FolderBlobStoreTests() => _store = new(new ConfigurationBuilder().AddInMemoryCollection([new("App:Data", _folder.FullName)]).Build());

    public void Dispose() => _folder.Delete(true);

    private string[] Files => [.. _folder.GetFiles("*", SearchOption.AllDirectories).Select(f => f.Name)];

    [Fact]
    public async Task Write_ThatBreaksOff_LeavesNothing_AndTheEarlierFileAsItWas()
    {
        await _store.WriteAsync("2/ab/one", new MemoryStream([1, 2, 3]), default);
        await Should.ThrowAsync<IOException>(() => _store.WriteAsync("2/ab/one", new Broken(), default));
        await Should.ThrowAsync<IOException>(() => _store.WriteAsync("2/ab/two", new Broken(), default));
        Files.ShouldBe(["one"]);
        await using var read = (await _store.ReadAsync("2/ab/one", default)).ShouldNotBeNull();
        read.Length.ShouldBe(3);
    }

    /// <summary>An upload whose sender goes away in the middle.</summary>
    private sealed class Broken : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            destination.WriteByte(1);
            return Task.FromException(new IOException("gone"));
        }
    }
}
