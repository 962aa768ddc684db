namespace PropertyCloud.Kernel.Files;

/// <summary>Where bytes are kept; keys are made by the kernel and begin with the tenant.</summary>
public interface IBlobStore
{
    Task WriteAsync(string key, Stream content, CancellationToken cancellation);
    Task<Stream?> ReadAsync(string key, CancellationToken cancellation);
    Task DeleteAsync(string key, CancellationToken cancellation);
}

/// <summary>Photos that people attach. Decoded, turned upright, scaled to 1,600 px, re-encoded without place data;
/// what cannot be decoded is refused with a clear error.</summary>
public interface IPhotos
{
    /// <summary>Keeps a photo in the current tenant; it becomes visible when the subject that holds its id is saved.</summary>
    /// <param name="owner">Module name: its <see cref="IBlobAccess"/> decides who may see the file.</param>
    /// <param name="subject">What it belongs to.</param>
    Task<Guid> SaveAsync(string owner, Guid subject, Stream upload, CancellationToken cancellation);
}

/// <summary>A module's answer to who may see files of its subjects. Registered by the module as a service.</summary>
public interface IBlobAccess
{
    string Owner { get; }
    Task<bool> MayReadAsync(Guid subject, CancellationToken cancellation);
}
