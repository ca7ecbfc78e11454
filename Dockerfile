# docker build -t imena . && docker run --rm -v "$PWD:/text:ro" imena check .
FROM python:3.12-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY lint lint
COPY dictionaries dictionaries
ENV IMENA_CACHE_DIR=/opt/imena/cache
# The second line compiles the dictionaries, so that no run has to.
RUN python -m venv /opt/imena \
    && /opt/imena/bin/pip install --no-cache-dir . \
    && echo "Готово." > /tmp/a.txt && /opt/imena/bin/imena check /tmp/a.txt

FROM python:3.12-slim
COPY --from=build /opt/imena /opt/imena
ENV PATH=/opt/imena/bin:$PATH \
    IMENA_CACHE_DIR=/opt/imena/cache \
    PYTHONUTF8=1
RUN useradd --uid 1000 --create-home imena
USER 1000
WORKDIR /text
ENTRYPOINT ["imena"]
CMD ["check", "."]
