using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace KaizenGate.Core.Tests.Trackers;

/// <summary>The issues of one repository, as GitHub's REST API answers.</summary>
internal sealed class StubGitHub
{
    private readonly List<JsonObject> issues = [];
    private readonly List<JsonObject> events = [];
    private readonly List<JsonObject> comments = [];

    /// <summary>Whether the token may only read and comment, so that labels and assignees are left out silently.</summary>
    public bool IsReader { get; set; }

    /// <summary>The bodies of the comments on an issue.</summary>
    public IEnumerable<string> CommentsOn(int number) =>
        comments.Where(one => one["issue"]!.GetValue<int>() == number).Select(one => one["body"]!.GetValue<string>());

    /// <summary>Returns an issue.</summary>
    public JsonObject Issue(int number) => issues.Single(one => one["number"]!.GetValue<int>() == number);

    /// <summary>The number of elements on a page, whatever is asked for.</summary>
    public int PageSize { get; set; } = 100;

    public string Repository { get; set; } = "team/app";

    /// <summary>The time of the server.</summary>
    public DateTimeOffset Time { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Files an issue at the time of the server, and returns it.</summary>
    public JsonObject File(string title, string? body = null, string author = "ana", params string[] labels)
    {
        var number = issues.Count + 1;
        var issue = new JsonObject
        {
            ["id"] = 10_000 + number,
            ["number"] = number,
            ["title"] = title,
            ["body"] = body,
            ["state"] = "open",
            ["state_reason"] = null,
            ["labels"] = new JsonArray([.. labels.Select(label => (JsonNode)new JsonObject { ["name"] = label })]),
            ["assignees"] = new JsonArray(),
            ["milestone"] = null,
            ["user"] = new JsonObject { ["login"] = author },
            ["created_at"] = Stamp,
            ["updated_at"] = Stamp,
            ["closed_at"] = null,
            ["html_url"] = $"https://github.com/{Repository}/issues/{number}",
        };
        issues.Add(issue);
        foreach (var label in labels)
        {
            Happen(issue, "labeled", author).Add("label", new JsonObject { ["name"] = label });
        }

        return issue;
    }

    public void Close(JsonObject issue, string reason = "completed", string by = "ana", string? commit = null)
    {
        issue["state"] = "closed";
        issue["state_reason"] = reason;
        issue["closed_at"] = Stamp;
        Touch(issue);
        var closed = Happen(issue, "closed", by);
        closed["state_reason"] = reason;
        closed["commit_id"] = commit;
    }

    public void Reopen(JsonObject issue)
    {
        issue["state"] = "open";
        issue["state_reason"] = "reopened";
        issue["closed_at"] = null;
        Touch(issue);
        Happen(issue, "reopened", "ana");
    }

    public void Label(JsonObject issue, string label)
    {
        issue["labels"]!.AsArray().Add((JsonNode)new JsonObject { ["name"] = label });
        Touch(issue);
        Happen(issue, "labeled", "ana").Add("label", new JsonObject { ["name"] = label });
    }

    public static bool IsOpen(JsonObject issue) => issue["state"]!.GetValue<string>() == "open";

    public void Touch(JsonObject issue) => issue["updated_at"] = Stamp;

    public void Delete(JsonObject issue) => issues.Remove(issue);

    /// <summary>Starts a server for it.</summary>
    public Task<StubServer> StartAsync() => StubServer.StartAsync(AnswerAsync);

    private string Stamp => Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private JsonObject Happen(JsonObject issue, string what, string by)
    {
        var happened = new JsonObject
        {
            ["id"] = 500 + events.Count,
            ["event"] = what,
            ["actor"] = new JsonObject { ["login"] = by },
            ["created_at"] = Stamp,
            ["commit_id"] = null,
            ["issue"] = new JsonObject { ["number"] = issue["number"]!.GetValue<int>() },
        };
        events.Add(happened);
        return happened;
    }

    private Task AnswerAsync(HttpContext context)
    {
        var list = $"/repos/{Repository}/issues";
        var path = context.Request.Path.Value;
        if (context.Request.Headers.UserAgent.Count == 0)
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        }

        if (path == list && context.Request.Method == "POST")
        {
            return FileAsync(context);
        }

        if (path == list)
        {
            var since = context.Request.Query["since"] is [{ } text]
                ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
                : default;
            return PageAsync(
                context,
                issues.Where(issue =>
                    DateTimeOffset.Parse(issue["updated_at"]!.GetValue<string>(), CultureInfo.InvariantCulture) >= since
                )
            );
        }

        if (path == $"{list}/events")
        {
            return PageAsync(context, events.AsEnumerable().Reverse());
        }

        return path?.StartsWith($"{list}/", StringComparison.Ordinal) == true
            ? OneAsync(context, path[(list.Length + 1)..].Split('/'))
            : MissingAsync(context);
    }

    private async Task FileAsync(HttpContext context)
    {
        var given = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var labels = IsReader
            ? []
            : (given["labels"]?.AsArray() ?? []).Select(one => one!.GetValue<string>()).ToArray();
        var issue = File(given["title"]!.GetValue<string>(), given["body"]?.GetValue<string>(), "ana", labels);
        context.Response.StatusCode = 201;
        await context.Response.WriteAsync(issue.ToJsonString());
    }

    private async Task OneAsync(HttpContext context, string[] parts)
    {
        var isComment = parts[0] == "comments";
        var number = int.Parse(parts[isComment ? 1 : 0], CultureInfo.InvariantCulture);
        switch (context.Request.Method, isComment, parts.Length)
        {
            case ("GET", false, 1):
                await context.Response.WriteAsync(Issue(number).ToJsonString());
                break;
            case ("GET", false, 2) when parts[1] == "events":
                await PageAsync(context, events.Where(one => one["issue"]!["number"]!.GetValue<int>() == number));
                break;
            case ("GET", false, 2):
                await PageAsync(context, comments.Where(one => one["issue"]!.GetValue<int>() == number));
                break;
            case ("PATCH", false, 1):
                Patch(Issue(number), (await JsonNode.ParseAsync(context.Request.Body))!.AsObject());
                await context.Response.WriteAsync(Issue(number).ToJsonString());
                break;
            case ("POST", false, 2):
                var comment = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
                comment["id"] = 900 + comments.Count;
                comment["issue"] = number;
                comments.Add(comment);
                context.Response.StatusCode = 201;
                await context.Response.WriteAsync(comment.ToJsonString());
                break;
            case ("PATCH", true, 2):
                var edited = comments.Single(one => one["id"]!.GetValue<int>() == number);
                edited["body"] = (await JsonNode.ParseAsync(context.Request.Body))!["body"]!.DeepClone();
                await context.Response.WriteAsync(edited.ToJsonString());
                break;
            case ("DELETE", true, 2):
                comments.RemoveAll(one => one["id"]!.GetValue<int>() == number);
                context.Response.StatusCode = 204;
                break;
            default:
                await MissingAsync(context);
                break;
        }
    }

    private void Patch(JsonObject issue, JsonObject change)
    {
        foreach (var (name, value) in change.Where(one => one.Key is "title" or "body"))
        {
            issue[name] = value!.DeepClone();
        }

        if (change["labels"] is JsonArray labels && !IsReader)
        {
            issue["labels"] = new JsonArray([
                .. labels.Select(one => (JsonNode)new JsonObject { ["name"] = one!.DeepClone() }),
            ]);
        }

        if (change["assignees"] is JsonArray logins && !IsReader)
        {
            issue["assignees"] = new JsonArray([
                .. logins.Select(one => (JsonNode)new JsonObject { ["login"] = one!.DeepClone() }),
            ]);
        }

        Touch(issue);
        if (change["state"]?.GetValue<string>() is { } state && state == "closed" == IsOpen(issue))
        {
            if (state == "closed")
            {
                Close(issue, change["state_reason"]!.GetValue<string>());
            }
            else
            {
                Reopen(issue);
            }
        }
    }

    private static Task MissingAsync(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private Task PageAsync(HttpContext context, IEnumerable<JsonObject> all)
    {
        var list = all.ToList();
        var page = context.Request.Query["page"] is [{ } text] ? int.Parse(text, CultureInfo.InvariantCulture) : 1;
        var shown = new JsonArray([
            .. list.Skip((page - 1) * PageSize).Take(PageSize).Select(one => one.DeepClone()),
        ]).ToJsonString();
        var tag =
            $"W/\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(shown)))}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.Date = Time.ToString("R", CultureInfo.InvariantCulture);
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        if (list.Count > page * PageSize)
        {
            var query = context
                .Request.Query.Where(one => one.Key != "page")
                .Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value!)}");
            context.Response.Headers.Link =
                $"<{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}?{string.Join('&', query)}&page={page + 1}>; rel=\"next\", "
                + $"<{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}>; rel=\"last\"";
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(shown);
    }
}
