FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml .
COPY campaigns campaigns
COPY calendars calendars
COPY forms forms
COPY processes processes
COPY templates templates
COPY src src
RUN mvn -B -ntp -DskipTests -Dspotless.check.skip package

FROM eclipse-temurin:17-jre
RUN useradd --system --home-dir /opt/xiaohao xiaohao
WORKDIR /opt/xiaohao
COPY --from=build /src/target/xiaohao.jar .
COPY campaigns campaigns
COPY calendars calendars
RUN mkdir data && chown xiaohao data
USER xiaohao
ENV TZ=Asia/Shanghai
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "xiaohao.jar"]
