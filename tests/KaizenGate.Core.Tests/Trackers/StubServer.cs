using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KaizenGate.Core.Tests.Trackers;

/// <summary>A server on this machine that answers as a tracker does.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private StubServer(WebApplication app) => this.app = app;

    /// <summary>The address, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The requests so far: method, path and query.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The value of <c>Authorization</c> or <c>PRIVATE-TOKEN</c> of each request; empty for none.</summary>
    public ConcurrentQueue<string> Tokens { get; } = [];

    /// <summary>What answers the next requests instead of the tracker; each does once.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Faults { get; } = [];

    /// <summary>Whether a request is refused: 403.</summary>
    public Predicate<HttpRequest> Refuses { get; set; } = _ => false;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Answers a request.</param>
    public static async Task<StubServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new StubServer(app);
        app.Run(async context =>
        {
            server.Requests.Enqueue(
                $"{context.Request.Method} {context.Request.Path}{Uri.UnescapeDataString(context.Request.QueryString.Value ?? "")}"
            );
            server.Tokens.Enqueue($"{context.Request.Headers.Authorization}{context.Request.Headers["PRIVATE-TOKEN"]}");
            if (server.Refuses(context.Request))
            {
                context.Response.StatusCode = 403;
                return;
            }

            await (server.Faults.TryDequeue(out var fault) ? fault(context) : answer(context));
        });
        await app.StartAsync();
        server.Address = app.Urls.Single();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
