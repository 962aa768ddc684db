using Microsoft.AspNetCore.Routing;

namespace PropertyCloud.Butler.Requests;

internal static class RequestEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
    }
}
