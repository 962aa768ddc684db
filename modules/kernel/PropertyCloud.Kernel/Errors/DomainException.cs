namespace PropertyCloud.Kernel.Errors;

/// <summary>A rule refused what was asked; nothing was changed. Shown to the reader in their language.</summary>
/// <param name="code">Stable, <c>module.reason</c>: programs rely on it.</param>
/// <param name="text">Chinese, with <c>{0}</c> places; translated by en.json under itself as key.</param>
public class DomainException(string code, string text, params object?[] args) : Exception($"{code}: {string.Format(System.Globalization.CultureInfo.InvariantCulture, text, args)}")
{
    public string Code { get; } = code;
    public string Text { get; } = text;
    public IReadOnlyList<object?> Args { get; } = args;

    /// <summary>409 for a state that does not allow it (default), 422 for bad input, 401, 403, 404, 412.</summary>
    public int Status { get; init; } = 409;

    /// <summary>The input that is to be mended, as named in the form or the body.</summary>
    public string? Field { get; init; }

    public static DomainException NotFound() => new("kernel.not-found", "找不到这一项") { Status = 404 };
    public static DomainException Forbidden() => new("kernel.forbidden", "你没有这项权限") { Status = 403 };
}

/// <summary>One or more inputs are wrong (422); each error names its field.</summary>
public sealed class InvalidInputException(IReadOnlyList<FieldError> errors) : DomainException("kernel.invalid-input", "有 {0} 处要改", errors.Count)
{
    public IReadOnlyList<FieldError> Errors { get; } = errors;
}

public sealed record FieldError(string Field, string Code, string Text, params object?[] Args);

/// <summary>Collects what is wrong with an input, then throws once with everything.</summary>
public sealed class Check
{
    private readonly List<FieldError> _errors = [];

    public Check That(bool ok, string field, string code, string text, params object?[] args)
    {
        if (!ok) _errors.Add(new(field, code, text, args));
        return this;
    }

    /// <param name="text">What to do, as in «填写漏水的位置».</param>
    public Check Required(string? value, string field, string text) => That(!string.IsNullOrWhiteSpace(value), field, "kernel.required", text);

    public Check Max(string? value, int length, string field) =>
        That(value is null || value.Length <= length, field, "kernel.too-long", "不能超过 {0} 个字", length)
        .That(value is null || !value.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')), field, "kernel.control-characters", "含有不能识别的字符，删掉再试");

    public void ThrowIfAny()
    {
        if (_errors.Count > 0) throw new InvalidInputException(_errors) { Status = 422 };
    }
}
