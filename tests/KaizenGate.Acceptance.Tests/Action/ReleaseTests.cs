namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>The scripts that publish a release, with a fake feed.</summary>
public sealed class ReleaseTests : IDisposable
{
    private const string Version = "1.2.3";

    private static readonly string[] Packages =
    [
        "linux-x64",
        "linux-arm64",
        "linux-musl-x64",
        "linux-musl-arm64",
        "osx-arm64",
        "osx-x64",
        "win-x64",
        "win-arm64",
        "any",
        "MSBuild",
    ];

    private readonly Scratch scratch = new();

    public ReleaseTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash may be that of another system");
        foreach (var package in Packages)
        {
            scratch.Write($"packages/KaizenGate.{package}.{Version}.nupkg", package);
        }

        scratch.Write($"packages/KaizenGate.{Version}.nupkg", "");
        Program("dotnet", """echo "push ${3##*/}" >>"$LOG" """);
        Program("sleep", """echo "wait" >>"$LOG" """);
        scratch
            .With("PATH", $"{scratch.PathOf("bin")}:{scratch.Environment["PATH"]}")
            .With("LOG", scratch.PathOf("log"))
            .With("NUGET_API_KEY", "secret")
            .Write("log", "");
    }

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_pointer_package_is_pushed_after_the_feed_serves_all_platforms()
    {
        Program("curl", """echo "ask ${!###*/}" >>"$LOG" """);

        (await PushAsync()).MustSucceed();

        var pushed = Packages.Select(package => $"push KaizenGate.{package}.{Version}.nupkg");
        var asked = Packages.Select(package => $"ask kaizengate.{package.ToLowerInvariant()}.{Version}.nupkg");
        string[] last = [$"push KaizenGate.{Version}.nupkg", $"ask kaizengate.{Version}.nupkg"];
        Assert.Equal([.. pushed, .. asked, .. last], Log());
    }

    [Fact]
    public async Task Each_package_has_a_checksum()
    {
        var script = Repository.PathOf("build/release/checksums.sh");

        var outcome = await Command.RunAsync("bash", [script, "packages"], scratch.Path, scratch.Environment);

        // The package is empty; this is the SHA-256 of no bytes.
        Assert.Contains(
            $"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  KaizenGate.{Version}.nupkg",
            outcome.MustSucceed().Output,
            StringComparison.Ordinal
        );
        Assert.Equal(Packages.Length + 1, outcome.Text.Split('\n').Length);
    }

    [Fact]
    public async Task A_slow_feed_is_waited_for()
    {
        Program("curl", """test "$(grep -c wait "$LOG")" -ge 2""");

        (await PushAsync()).MustSucceed();

        Assert.Equal(2, Log().Count(line => line == "wait"));
    }

    [Fact]
    public async Task The_pointer_package_is_not_pushed_while_a_platform_is_missing_in_the_feed()
    {
        Program("curl", """case "$*" in *win-arm64*) exit 22 ;; esac""");

        var outcome = await PushAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("does not serve kaizengate.win-arm64 1.2.3", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain($"push KaizenGate.{Version}.nupkg", Log());
    }

    [Fact]
    public async Task Nothing_is_pushed_when_a_package_is_missing()
    {
        File.Delete(scratch.PathOf($"packages/KaizenGate.osx-x64.{Version}.nupkg"));

        var outcome = await PushAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("KaizenGate.osx-x64", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Log());
    }

    [Theory]
    [InlineData("v{0}", 0)]
    [InlineData("{0}", 1)]
    [InlineData("v{0}.1", 1)]
    [InlineData("v9{0}", 1)]
    [InlineData("v{0}-rc.1", 1)]
    [InlineData("v$(touch pwned)", 1)]
    public async Task The_tag_must_match_the_version_of_the_sources_and_the_action(string tag, int status)
    {
        var outcome = await RunAsync(
            "version.sh",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, tag, ActionFile.Inputs["version"])
        );

        Assert.True(outcome.ExitCode == status, outcome.ToString());
        Assert.Equal(status == 0 ? ActionFile.Inputs["version"] : "", outcome.Text);
    }

    [Theory]
    [InlineData("linux-x64", "cross-amd64", "/crossrootfs/x64")]
    [InlineData("linux-arm64", "cross-arm64", "/crossrootfs/arm64")]
    [InlineData("linux-musl-x64", "cross-amd64-musl", "/crossrootfs/x64")]
    [InlineData("linux-musl-arm64", "cross-arm64-musl", "/crossrootfs/arm64")]
    public async Task Linux_is_linked_with_the_libraries_of_the_runtime(string platform, string image, string libraries)
    {
        Program("docker", """printf '%s\n' "$@" >>"$LOG" """);

        (await RunAsync("pack.sh", platform, Version, "packages")).MustSucceed();

        Assert.Contains(Log(), line => line.EndsWith($"-{image}", StringComparison.Ordinal));
        Assert.Contains($"-p:SysRoot={libraries}", Log());
        Assert.Contains($"-p:Version={Version}", Log());
    }

    [Fact]
    public async Task Other_platforms_are_packed_without_an_image()
    {
        Program("dotnet", """printf '%s\n' "$@" >>"$LOG" """);
        Program("docker", "exit 1");

        (await RunAsync("pack.sh", "osx-x64", Version, "packages")).MustSucceed();

        Assert.Contains("osx-x64", Log());
    }

    private Task<Outcome> PushAsync() =>
        RunAsync("push.sh", scratch.PathOf("packages"), Version, "https://feed.invalid/index.json");

    private Task<Outcome> RunAsync(string script, params string[] arguments)
    {
        scratch.With("GATE_SERVED", "https://feed.invalid").With("GATE_TRIES", "4");
        return Command.RunAsync(
            "bash",
            [Repository.PathOf($"build/release/{script}"), .. arguments],
            scratch.Path,
            scratch.Environment
        );
    }

    private string[] Log() => scratch.Read("log").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private void Program(string name, string script)
    {
        scratch.Write($"bin/{name}", $"#!/usr/bin/env bash\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                scratch.PathOf($"bin/{name}"),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }
}
