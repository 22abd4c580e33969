"""Which chat model is configured, how it is asked, and that every fault of a server is one clear error."""

from __future__ import annotations

import subprocess
import sys

import pytest

from assistant import models
from ingest.errors import ChatServiceError, InputError
from tests.assistant.fake_openai import BASE_URL, MODEL, FakeOpenAI, settings

VARIABLES = (
    *("MINUTEWISE_MODEL", "MINUTEWISE_TIMEOUT", "MINUTEWISE_MAX_OUTPUT", "MINUTEWISE_CONTEXT"),
    *("MINUTEWISE_PRICE_IN", "MINUTEWISE_PRICE_OUT"),
    *("OPENAI_BASE_URL", "OPENAI_API_BASE", "OPENAI_API_KEY", "AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_API_KEY", "OPENAI_API_VERSION"),
    *("LANGSMITH_GATEWAY", "LANGSMITH_API_KEY", "LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"),
)


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)


def test_nothing_set_is_no_model() -> None:
    assert models.configured() is None


@pytest.mark.parametrize(
    ("variable", "value"), [("OPENAI_API_KEY", "sk-of-another-program"), ("OPENAI_API_BASE", "https://of-another-program.example/v1")]
)
def test_what_other_programs_left_alone_sends_nothing_to_a_vendor(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    assert models.configured() is None


def test_the_older_name_of_the_address_says_where_a_model_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_BASE", "http://localhost:8000/v1")
    monkeypatch.setenv("MINUTEWISE_MODEL", "qwen")
    settings = models.configured()
    assert settings is not None
    assert settings.base_url == "http://localhost:8000/v1"


@pytest.mark.parametrize(
    ("named", "provider", "model"),
    [
        ("openai:gpt-4.1-mini", "openai", "gpt-4.1-mini"),
        ("gpt-4.1-mini", "openai", "gpt-4.1-mini"),
        ("qwen2.5:1.5b", "openai", "qwen2.5:1.5b"),
        ("openai:qwen2.5:1.5b", "openai", "qwen2.5:1.5b"),
        ("mistralai/Mistral-7B", "openai", "mistralai/Mistral-7B"),
    ],
)
def test_names_of_models(monkeypatch: pytest.MonkeyPatch, named: str, provider: str, model: str) -> None:
    monkeypatch.setenv("MINUTEWISE_MODEL", named)
    found = models.configured()
    assert found is not None
    assert (found.provider, found.model, found.host) == (provider, model, "api.openai.com")


def test_another_provider_is_named_in_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEWISE_MODEL", "anthropic:some-model")
    with pytest.raises(InputError, match="anthropic:some-model") as caught:
        models.configured()
    assert "OPENAI_BASE_URL" in caught.value.hint


def test_azure_needs_its_endpoint_and_takes_its_own_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEWISE_MODEL", "azure_openai:minutes")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-other")
    with pytest.raises(InputError, match="AZURE_OPENAI_ENDPOINT"):
        models.configured()
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://council.openai.azure.com/")
    found = models.configured()
    assert found is not None
    assert found.key is None
    server = FakeOpenAI()
    model = models.chat_model(found, server.client())
    with pytest.raises(ChatServiceError, match="AZURE_OPENAI_API_KEY") as caught, models.translated(found):
        list(model.stream("q"))
    assert (caught.value.reason, server.headers) == ("no_key", [])


@pytest.mark.parametrize(("said", "meant"), [("yes", True), ("no", False), ("1", True), ("", None)])
def test_replies_by_a_schema_are_set_by_yes_and_no(monkeypatch: pytest.MonkeyPatch, said: str, meant: bool | None) -> None:
    monkeypatch.setenv("MINUTEWISE_MODEL", "m")
    monkeypatch.setenv("MINUTEWISE_STRUCTURED", said)
    found = models.configured()
    assert found is not None
    assert found.structured is meant


def test_azure_is_asked_at_its_deployment() -> None:
    server = FakeOpenAI()
    azure = settings(provider="azure_openai", base_url="https://council.openai.azure.com", api_version="2024-10-21", model="minutes")
    with models.translated(azure):
        reply = models.chat_model(azure, server.client()).invoke("q", stream=True)
    assert "received" in reply.text
    assert server.headers[0]["host"] == "council.openai.azure.com"
    assert server.headers[0]["api-key"] == "sk-secret-key"


def test_a_server_of_ones_own_names_its_chat_model_and_needs_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", BASE_URL + "/")
    server = FakeOpenAI()
    found = models.configured(server.client())
    assert found is not None
    assert (found.model, found.base_url, found.key) == (MODEL, BASE_URL, None)
    assert models.chat_model(found, server.client()).invoke("q", stream=True).text
    assert server.headers[-1]["authorization"] == "Bearer none"


@pytest.mark.parametrize("listed", [[], ["text-embedding-nomic"]])
def test_a_server_without_a_chat_model(monkeypatch: pytest.MonkeyPatch, listed: list[str]) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", BASE_URL)
    server = FakeOpenAI()
    server.models = listed
    with pytest.raises(ChatServiceError, match=r"127\.0\.0\.1:9") as caught:
        models.configured(server.client())
    assert caught.value.reason == "no_model"
    assert "MINUTEWISE_MODEL" in caught.value.hint


@pytest.mark.parametrize("fault", ["no such model", "a web page", "other JSON"])
def test_a_server_that_lists_no_models(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", BASE_URL)
    with pytest.raises(ChatServiceError) as caught:
        models.configured(FakeOpenAI(fault=fault).client())
    assert caught.value.reason == "no_model"


def test_a_server_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", BASE_URL)
    with pytest.raises(ChatServiceError, match=r"127\.0\.0\.1:9") as caught:
        models.configured(FakeOpenAI(fault="not there").client())
    assert (caught.value.reason, caught.value.retryable) == ("unreachable", True)


def test_the_vendor_is_not_asked_to_choose_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", models.OPENAI_URL)
    server = FakeOpenAI()
    with pytest.raises(ChatServiceError, match=r"api\.openai\.com") as caught:
        models.configured(server.client())
    assert (caught.value.reason, server.headers) == ("no_model", [])


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("MINUTEWISE_TIMEOUT", "soon"),
        ("MINUTEWISE_TIMEOUT", "-1"),
        ("MINUTEWISE_CONTEXT", "12"),
        ("MINUTEWISE_MAX_OUTPUT", "1.5"),
        ("MINUTEWISE_PRICE_IN", "$2"),
        ("MINUTEWISE_STRUCTURED", "perhaps"),
        ("OPENAI_BASE_URL", "localhost:8000/v1"),
    ],
)
def test_a_wrong_value_is_named(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv("MINUTEWISE_MODEL", "m")
    monkeypatch.setenv(variable, value)
    with pytest.raises(InputError, match=variable) as caught:
        models.configured()
    assert value in caught.value.message
    assert caught.value.hint


def test_prices_make_the_cost() -> None:
    assert settings(price_in=2, price_out=8).cost(1_000_000, 500_000) == pytest.approx(6)
    assert settings(price_in=2).cost(10, 10) is None


def test_the_key_shows_nowhere() -> None:
    assert "sk-secret" not in repr(settings())
    assert "sk-secret" not in str(settings().model_dump(mode="json"))


def test_no_password_in_the_host() -> None:
    assert settings(base_url="https://clerk:hunter2@models.example:8443/v1").host == "models.example:8443"


def test_the_request_names_model_temperature_limit_and_usage() -> None:
    server = FakeOpenAI()
    model = models.chat_model(settings(max_output=321), server.client())
    list(model.stream("q"))
    asked = server.asked[0]
    assert (asked["model"], asked["temperature"], asked["max_tokens"]) == (MODEL, 0, 321)
    assert asked["stream_options"] == {"include_usage": True}


def test_openai_itself_gets_the_limit_under_its_newer_name_and_its_o_series_no_temperature() -> None:
    server = FakeOpenAI()
    list(models.chat_model(settings(base_url=models.OPENAI_URL, model="o3-mini"), server.client()).stream("q"))
    assert "temperature" not in server.asked[0]
    assert "max_tokens" not in server.asked[0]
    assert server.asked[0]["max_completion_tokens"] == 1000


def test_no_gateway_of_the_environment_gets_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_GATEWAY", "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "lsv2_something")
    monkeypatch.setenv("MINUTEWISE_MODEL", "m")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-own")
    found = models.configured()
    assert found is not None
    server = FakeOpenAI()
    list(models.chat_model(found, server.client()).stream("q"))
    assert server.headers[0]["host"] == "api.openai.com"
    assert server.headers[0]["authorization"] == "Bearer sk-own"


def test_importing_loads_no_vendor_and_tracing_is_off() -> None:
    program = (
        "import sys, assistant.models, assistant.engines.llm, assistant.prompting\n"
        "assert not {'openai', 'langchain', 'langchain_core', 'httpx', 'httpx2', 'tiktoken'} & set(sys.modules)\n"
        "from langsmith.utils import tracing_is_enabled\n"
        "print(tracing_is_enabled())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("False", "")
