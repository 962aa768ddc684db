using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MySqlConnector;
using PropertyCloud.Kernel.Data;

namespace PropertyCloud.Kernel.Errors;

/// <summary>Gives every failure a stable code, a status and a text that says what to do.</summary>
internal static class ErrorTranslation
{
    public static DomainException Of(Exception failure) => failure switch
    {
        DomainException refused => refused,
        BadHttpRequestException { StatusCode: 413 } or InvalidDataException => new("kernel.too-large", "提交的内容太大，减少照片或文件后再试") { Status = 413 },
        BadHttpRequestException bad => new("kernel.bad-request", "请求的内容不完整或格式不对") { Status = bad.StatusCode },
        AntiforgeryValidationException => FormExpired(),
        JsonException => new("kernel.bad-request", "请求的内容不完整或格式不对") { Status = 400 },
        DbUpdateConcurrencyException => new ChangedMeanwhileException(failure),
        _ when DbErrors.IsLostRace(failure) || DbErrors.IsDuplicateKey(failure) => new ChangedMeanwhileException(failure),
        _ when IsDatabaseAway(failure) => new("kernel.database-unavailable", "系统暂时连不上数据库，刚才的操作没有保存。稍等一会儿再试") { Status = 503 },
        _ => new("kernel.unexpected", "系统出了意外，刚才的操作可能没有保存。请记下编号联系我们") { Status = 500 },
    };

    public static DomainException OfStatus(int status) => status switch
    {
        401 => new("kernel.sign-in-first", "先登录再继续") { Status = 401 },
        403 => DomainException.Forbidden(),
        404 => new("kernel.not-found", "找不到这一项") { Status = 404 },
        405 => new("kernel.method-not-allowed", "这个地址不支持这种操作") { Status = 405 },
        413 => new("kernel.too-large", "提交的内容太大，减少照片或文件后再试") { Status = 413 },
        415 => new("kernel.unsupported-media-type", "不支持这种内容格式") { Status = 415 },
        >= 500 => new("kernel.unexpected", "系统出了意外，刚才的操作可能没有保存。请记下编号联系我们") { Status = status },
        _ => new("kernel.bad-request", "请求的内容不完整或格式不对") { Status = status },
    };

    public static DomainException FormExpired() => new("kernel.form-expired", "这个页面放得太久了，什么都没有保存。返回上一页刷新后再提交") { Status = 400 };

    private static bool IsDatabaseAway(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is RetryLimitExceededException) return true;
            if (failure is SqliteException { SqliteErrorCode: 14 or 10 }) return true;
            if (failure is MySqlException { ErrorCode: MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.ConnectionCountError or MySqlErrorCode.ServerShutdown or MySqlErrorCode.CommandTimeoutExpired or MySqlErrorCode.None }) return true;
        }

        return false;
    }
}
