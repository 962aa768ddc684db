using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Kernel.Tests.Errors;

public sealed class ErrorTranslationTests
{
    public static TheoryData<Exception, string, int> Failures => new()
    {
        { new DomainException("butler.closed", "已关闭"), "butler.closed", 409 },
        { new BadHttpRequestException("x"), "kernel.bad-request", 400 },
        { new BadHttpRequestException("x", 413), "kernel.too-large", 413 },
        { new JsonException(), "kernel.bad-request", 400 },
        { new AntiforgeryValidationException("x"), "kernel.form-expired", 400 },
        { new DbUpdateConcurrencyException(), "kernel.changed-meanwhile", 409 },
        { new DbUpdateException("x", new SqliteException("locked", 5)), "kernel.changed-meanwhile", 409 },
        { new DbUpdateException("x", new SqliteException("unique", 19, 2067)), "kernel.changed-meanwhile", 409 },
        { new InvalidOperationException("x", new SqliteException("cannot open", 14)), "kernel.database-unavailable", 503 },
        { new InvalidOperationException("secret"), "kernel.unexpected", 500 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Of_GivesEveryFailureItsCode(Exception failure, string code, int status)
    {
        var translated = ErrorTranslation.Of(failure);
        translated.Code.ShouldBe(code);
        translated.Status.ShouldBe(status);
        translated.Text.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(418)]
    [InlineData(500)]
    [InlineData(503)]
    public void OfStatus_KeepsTheStatus_AndHasEnglish(int status)
    {
        var failure = ErrorTranslation.OfStatus(status);
        failure.Status.ShouldBe(status);
        new TextCatalog([typeof(Texts).Assembly]).English.ContainsKey(failure.Text).ShouldBeTrue();
    }
}
